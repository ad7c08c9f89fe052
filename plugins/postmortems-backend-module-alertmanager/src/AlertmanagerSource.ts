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

import {
  changesOfSnapshot,
  keyed,
  readDelivery,
  unverified,
  type IncidentChange,
  type IncidentSource,
  type ParseContext,
  type ParsedDelivery,
  type SourceDelivery,
  type SourceRequest,
  type VerifiedDelivery,
} from 'backstage-plugin-postmortems-node';
import { incidentOf, nameOfGroup } from './incidentOf';
import { isAuthentic, type AuthenticityOptions } from './isAuthentic';
import { groupSchema, type Alert } from './payload';
import {
  relevantAlerts,
  severityOf,
  toSnapshot,
  type LabelOptions,
} from './toSnapshot';

/** What is configured of the source. */
export interface AlertmanagerOptions extends AuthenticityOptions, LabelOptions {
  /** How long after its resolution a group that fires again is another incident. */
  newAfterMs: number;
}

/**
 * Groups of firing alerts, which are no incidents yet: they become some where their labels match,
 * and another one each time they fire again after a while.
 */
export class AlertmanagerSource implements IncidentSource {
  readonly id = 'alertmanager';
  readonly title = 'Alertmanager';
  /** Neither tool has one of its own: services are values of labels. */
  readonly annotations = ['postmortems/service-id'];
  readonly #options: AlertmanagerOptions;

  constructor(options: AlertmanagerOptions) {
    this.#options = options;
  }

  verify(request: SourceRequest): VerifiedDelivery {
    if (!isAuthentic(request, this.#options)) throw unverified();
    return {};
  }

  async parse(
    delivery: SourceDelivery,
    { latestOf }: ParseContext,
  ): Promise<ParsedDelivery> {
    const sent = readDelivery(delivery, groupSchema);
    const alerts = relevantAlerts(sent, this.#options);
    if (alerts.length === 0) return { type: sent.status, changes: [] };

    const group = nameOfGroup(sent.groupKey);
    const incident = await incidentOf({
      group,
      startedAt: alerts[0].startsAt,
      newAfterMs: this.#options.newAfterMs,
      latestOf,
    });
    const snapshot = toSnapshot(
      sent,
      alerts,
      { ...incident, group },
      this.#options,
    );
    return {
      type: sent.status,
      changes: [
        ...changesOfSnapshot(snapshot),
        ...this.#severitiesOf(alerts, incident.id),
      ],
    };
  }

  /** The severity of each alert from when it began: so the highest counts, whichever that is. */
  #severitiesOf(alerts: Alert[], incident: string): IncidentChange[] {
    return alerts.flatMap(alert => {
      const severity = severityOf(alert, this.#options);
      return severity
        ? [
            keyed({
              kind: 'severity-changed',
              incident,
              at: alert.startsAt,
              severity,
            }),
          ]
        : [];
    });
  }
}
