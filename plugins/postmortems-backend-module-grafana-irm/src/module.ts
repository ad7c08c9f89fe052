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

import { createIncidentSourceModule } from 'backstage-plugin-postmortems-node';
import { GrafanaIrmSource } from './GrafanaIrmSource';

/** The keys under which people name services, unless configured. */
const DEFAULT_SERVICE_LABELS = ['service', 'service_name'];

/**
 * Incidents of Grafana IRM. Without a secret in
 * `postmortems.incidentSources.grafana-irm`, it does nothing.
 *
 * @public
 */
export const postmortemsModuleGrafanaIrm = createIncidentSourceModule({
  id: 'grafana-irm',
  create: ({ secrets, clock, config }) =>
    new GrafanaIrmSource({
      secrets,
      clock,
      baseUrl: config.getOptionalString('baseUrl'),
      serviceLabels:
        config.getOptionalStringArray('serviceLabels') ??
        DEFAULT_SERVICE_LABELS,
    }),
});
