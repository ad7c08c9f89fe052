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
import { toSnapshot } from './toSnapshot';

const INCIDENT_EVENTS = [
  'incident.created',
  'incident.updated',
  'incident.in_triage',
  'incident.mitigated',
  'incident.resolved',
  'incident.cancelled',
  'incident.deleted',
];

/**
 * Incidents of Rootly. Each webhook holds the incident as it was when the webhook was issued.
 */
export class RootlySource implements IncidentSource {
  readonly id = 'rootly';
  readonly title = 'Rootly';
  /** Those of Rootly's own plugin for Backstage. */
  readonly annotations = ['service', 'functionality'].flatMap(what => [
    `rootly.com/${what}-id`,
    `rootly.com/${what}-slug`,
    `rootly.com/${what}-name`,
  ]);
  readonly #options: { secrets: string[]; clock: () => Date };

  constructor(options: { secrets: string[]; clock: () => Date }) {
    this.#options = options;
  }

  verify(request: SourceRequest): VerifiedDelivery {
    const { secrets, clock } = this.#options;
    const signed = isSignedWithTime({
      header: headerOf(request, 'x-rootly-signature'),
      secrets,
      now: clock(),
      content: time => [time, request.body],
    });
    if (!signed) throw unverified();
    return {};
  }

  async parse(delivery: SourceDelivery): Promise<ParsedDelivery> {
    const { event } = readDelivery(delivery, envelopeSchema);
    const nothing = { type: event.type, changes: [] };
    if (!INCIDENT_EVENTS.includes(event.type)) return nothing;
    const { data } = readDelivery(delivery, incidentSchema);
    const snapshot = toSnapshot(event, data);
    return snapshot
      ? { type: event.type, changes: changesOfSnapshot(snapshot) }
      : nothing;
  }
}
