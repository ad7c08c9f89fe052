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

import { createHash } from 'node:crypto';
import {
  changesOfSnapshot,
  headerOf,
  isSignedWithTime,
  readDelivery,
  unverified,
  type IncidentSource,
  type ParsedDelivery,
  type SourceDelivery,
  type SourceRequest,
  type VerifiedDelivery,
} from 'backstage-plugin-postmortems-node';
import { envelopeSchema, incidentSchema } from './payload';
import { toSnapshot, type GrafanaIrmOptions } from './toSnapshot';

const INCIDENT_EVENTS = /^grafana\.incident\./;

/**
 * Incidents of Grafana IRM. Each webhook holds the incident as it was when something happened to
 * it.
 */
export class GrafanaIrmSource implements IncidentSource {
  readonly id = 'grafana-irm';
  readonly title = 'Grafana IRM';
  /** Grafana has none of its own: services are values of labels. */
  readonly annotations = ['postmortems/service-id'];
  readonly #options: GrafanaIrmOptions & {
    secrets: string[];
    clock: () => Date;
  };

  constructor(
    options: GrafanaIrmOptions & { secrets: string[]; clock: () => Date },
  ) {
    this.#options = options;
  }

  verify(request: SourceRequest): VerifiedDelivery {
    const { secrets, clock } = this.#options;
    const digest = createHash('sha256').update(request.body).digest('base64');
    const signed = isSignedWithTime({
      header: headerOf(request, 'gi-signature'),
      secrets,
      now: clock(),
      content: time => [`${digest}:${time}:v1`],
    });
    if (!signed) throw unverified();
    return {};
  }

  async parse(delivery: SourceDelivery): Promise<ParsedDelivery> {
    const { event: type } = readDelivery(delivery, envelopeSchema);
    if (!INCIDENT_EVENTS.test(type)) return { type, changes: [] };
    const sent = readDelivery(delivery, incidentSchema);
    return {
      type,
      changes: changesOfSnapshot(toSnapshot(sent, this.#options)),
    };
  }
}
