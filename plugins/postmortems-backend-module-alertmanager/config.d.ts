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
      /** Groups of firing alerts of Prometheus Alertmanager and Grafana Alerting. */
      alertmanager?: IncidentSourceMapping & {
        /**
         * What shows that a request is genuine: the bearer token or the password that it comes
         * with, or the secret that it is signed with. Two while one is replaced. Without one
         * there is no such source.
         *
         * @deepVisibility secret
         */
        secrets?: string[];

        /** The user name that goes with the password. By default any will do. */
        username?: string;

        /** The header with the signature of Grafana. By default X-Grafana-Alerting-Signature. */
        signatureHeader?: string;

        /** The header with the time that Grafana signs too, if it is set there. */
        timestampHeader?: string;

        /**
         * Which alerts make an incident of their group: for each label its value, or several, of
         * which an alert has one. By default those whose severity is critical.
         */
        match?: { [label: string]: string | string[] };

        /**
         * A group that fires again so long after it was resolved is another incident. By default
         * four hours.
         */
        newAfter?: string | { [unit: string]: number };

        /** The label that holds the severity. By default severity. */
        severityLabel?: string;

        /** The labels that name affected services, the most important first. By default service. */
        serviceLabels?: string[];
      };
    };
  };
}
