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

import type { IncidentSourceMapping } from 'backstage-plugin-postmortems-node';

export interface Config {
  postmortems?: {
    incidentSources?: {
      /** Incidents of incident.io. */
      incidentio?: IncidentSourceMapping & {
        /**
         * The signing secrets of the webhook endpoint, with whsec_ in front; two while one is
         * replaced. Without one there is no such source.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * An API key that may view incidents, and private ones where those are to come too.
         * With it each webhook leads to a look at how the incident is now and was before.
         *
         * @visibility secret
         */
        apiKey?: string;

        /** Where the API is. By default https://api.incident.io. */
        apiBaseUrl?: string;

        /**
         * The custom fields that hold affected services, by name or id. By default those under
         * incident.fields, which the plugin of incident.io reads too, but for the one of groups;
         * and without that, every field whose values are catalog entries.
         */
        serviceFields?: string[];

        /** The names of the timestamps in incident.io that hold these times. */
        timestamps?: {
          /** By default Impact started or Started at. */
          startedAt?: string;
          /** By default Accepted at. */
          acknowledgedAt?: string;
          /** By default Mitigated at or Fixed at. */
          mitigatedAt?: string;
          /** By default Resolved at. */
          resolvedAt?: string;
        };
      };
    };
  };
}
