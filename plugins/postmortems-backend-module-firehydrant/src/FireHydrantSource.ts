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
  isSignedByAny,
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

/** In the id of a delivery, that it came from the webhook for private incidents. */
const PRIVATE = 'private:';

/**
 * Incidents of FireHydrant. Each webhook holds a whole incident and does not say why it was sent.
 */
export class FireHydrantSource implements IncidentSource {
  readonly id = 'firehydrant';
  readonly title = 'FireHydrant';
  /** That of FireHydrant's plugin for Backstage. */
  readonly annotations = ['firehydrant.com/service-name'];
  readonly #options: { secrets: string[]; privateSecrets: string[] };

  constructor(options: { secrets: string[]; privateSecrets: string[] }) {
    this.#options = options;
  }

  verify(request: SourceRequest): VerifiedDelivery {
    const { secrets, privateSecrets } = this.#options;
    const signature = headerOf(request, 'fh-signature') ?? '';
    const isSignedBy = (some: string[]) =>
      isSignedByAny({
        secrets: some,
        content: [request.body],
        encoding: 'hex',
        signatures: [signature],
      });
    if (isSignedBy(privateSecrets)) {
      const digest = createHash('sha256').update(request.body).digest('hex');
      return { id: `${PRIVATE}${digest}` };
    }
    if (!isSignedBy(secrets)) throw unverified();
    return {};
  }

  async parse(delivery: SourceDelivery): Promise<ParsedDelivery> {
    const { data } = readDelivery(delivery, envelopeSchema);
    if (!('incident' in data)) {
      return { type: Object.keys(data)[0] || 'unknown', changes: [] };
    }
    const { incident } = readDelivery(delivery, incidentSchema).data;
    const snapshot = toSnapshot(incident, {
      receivedAt: delivery.receivedAt,
      isPrivate: delivery.id?.startsWith(PRIVATE) ?? false,
    });
    return { type: 'incident', changes: changesOfSnapshot(snapshot) };
  }
}
