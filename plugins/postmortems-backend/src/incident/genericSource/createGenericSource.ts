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
 * Creates the source for tools without their own module. They send a documented JSON body, signed
 * with Standard Webhooks.
 *
 * @returns undefined if no secret is configured
 * @throws InputError if a secret is invalid
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
