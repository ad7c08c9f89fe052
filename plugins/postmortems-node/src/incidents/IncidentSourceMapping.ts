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

/**
 * What may be configured for every incident source, under `postmortems.incidentSources.<id>`
 * beside the source's own keys. For the `config.d.ts` of modules:
 * `pagerduty?: IncidentSourceMapping & { … }`.
 *
 * @public
 */
export interface IncidentSourceMapping {
  /** Ids or aliases of severities, by the words of the source, in any case. */
  severities?: { [word: string]: string };

  /** What services stand for: entities, by the id or name of the service, in any case. */
  services?: { [service: string]: string | string[] };

  /**
   * Whether a service that neither this nor an annotation maps stands for the entity with the
   * same name. By default it does.
   */
  matchByName?: boolean;

  /** What is affected where none of the services of an incident is known. By default nothing. */
  defaultEntities?: string[];
}
