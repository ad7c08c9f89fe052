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
      /** Incidents of Grafana IRM, formerly Grafana Incident. */
      'grafana-irm'?: IncidentSourceMapping & {
        /**
         * The signing secrets of the outgoing webhook; two while one is replaced. Without one
         * there is no such source.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /**
         * Where Grafana is, such as https://acme.grafana.net, for links to incidents: webhooks
         * hold the path only.
         */
        baseUrl?: string;

        /**
         * The keys of the labels that name affected services, the most important first. By
         * default service and service_name.
         */
        serviceLabels?: string[];
      };
    };
  };
}
