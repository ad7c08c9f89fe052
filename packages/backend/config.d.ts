/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

export interface Config {
  demo?: {
    postmortems?: {
      /**
       * Folder of YAML files, each a postmortem to import at start-up unless it is there
       * already. Relative to the working directory of the backend. Left out, nothing is imported.
       */
      directory: string;
    };

    incidents?: {
      /**
       * YAML file of what the generic incident source is sent once the postmortems are there,
       * unless incidents came in before. Relative to the working directory of the backend. It
       * needs a secret in postmortems.incidentSources.generic.
       */
      file: string;
    };
  };
}
