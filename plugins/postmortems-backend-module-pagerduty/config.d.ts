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
      /** Incidents of PagerDuty. */
      pagerduty?: IncidentSourceMapping & {
        /**
         * The signing secrets of the webhook subscriptions, several of them where there are
         * several or one is being replaced. Without one there is no such source.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * A key of PagerDuty's REST API, which may be read-only: for past incidents, for the
         * e-mail addresses of people and for the integration keys of services.
         *
         * @visibility secret
         */
        token?: string;

        /**
         * Where the REST API is. By default https://api.pagerduty.com; accounts in the European
         * region have https://api.eu.pagerduty.com.
         */
        apiBaseUrl?: string;

        /**
         * The incident roles whose holder is the incident commander. By default Incident
         * Commander, in any case.
         */
        commanderRoles?: string[];
      };
    };
  };
}
