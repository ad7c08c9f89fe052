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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  createStandardWebhookVerifier,
  keyed,
  readDelivery,
} from 'backstage-plugin-postmortems-node';
import type {
  IncidentSource,
  SourceRequest,
  VerifiedDelivery,
} from 'backstage-plugin-postmortems-node';
import { bodySchema } from './body';
import { toChanges } from './toChanges';

const SECRETS = 'postmortems.incidentSources.generic.secrets';

/**
 * The source for whatever has none of its own: a documented JSON body, signed as Standard Webhooks
 * lays down.
 *
 * @returns undefined where no secret is configured
 * @throws InputError where a secret cannot be one
 */
export function createGenericSource(
  root: Config,
  clock: () => Date,
): IncidentSource | undefined {
  const secrets = root.getOptionalStringArray(SECRETS) ?? [];
  if (secrets.length === 0) return undefined;
  return {
    id: 'generic',
    title: 'Generic',
    annotations: ['postmortems/service-id'],
    verify: createVerifier(secrets, clock),
    async parse(delivery) {
      const body = readDelivery(delivery, bodySchema);
      return {
        type: body.status ?? 'incident',
        changes: toChanges(body, delivery.receivedAt).map(keyed),
      };
    },
  };
}

function createVerifier(
  secrets: string[],
  clock: () => Date,
): (request: SourceRequest) => VerifiedDelivery {
  try {
    return createStandardWebhookVerifier({ secrets, clock });
  } catch (error) {
    throw new InputError(
      `Invalid configuration: ${SECRETS}: ${(error as Error).message}`,
    );
  }
}
