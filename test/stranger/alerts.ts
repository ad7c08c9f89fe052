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

/** What Alertmanager authenticates itself with. */
export const ALERTS_SECRET = 'a-secret-of-the-stranger';

/** What Alertmanager sends when an alert about a service fires. */
export function firingAlert(options: { service: string; summary: string }) {
  const { service, summary } = options;
  return {
    version: '4',
    groupKey: `{}:{service="${service}"}`,
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'postmortems',
    groupLabels: { service },
    commonLabels: { alertname: 'Down', service },
    commonAnnotations: { summary },
    externalURL: 'https://alertmanager.example.com',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'Down', severity: 'critical', service },
        annotations: { summary },
        startsAt: new Date().toISOString(),
        endsAt: '0001-01-01T00:00:00Z',
        generatorURL: 'https://prometheus.example.com/graph',
        fingerprint: 'a1b2c3d4e5f60718',
      },
    ],
  };
}
