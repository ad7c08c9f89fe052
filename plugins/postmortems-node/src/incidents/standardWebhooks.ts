import type { SourceRequest, VerifiedDelivery } from './IncidentSource';
import { isRecent } from './replayProtection';
import { headerOf, isSignedByAny, unverified } from './signatures';

/** Prefix of Standard Webhooks secrets. */
const PREFIX = 'whsec_';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Maximum length for ids in {@link VerifiedDelivery}. */
const MAX_ID = 200;

/**
 * Creates a verifier for Standard Webhooks, as used by Svix and others: headers `webhook-id`,
 * `webhook-timestamp` and `webhook-signature`.
 *
 * The official library isn't used, because it supports only one secret, uses the system clock and
 * parses the body.
 *
 * @param options - secrets, with or without the prefix `whsec_`, and a clock
 * @throws Error if a secret isn't base64
 * @public
 */
export function createStandardWebhookVerifier(options: {
  secrets: readonly string[];
  clock: () => Date;
}): (request: SourceRequest) => VerifiedDelivery {
  const secrets = options.secrets.map(toKey);
  return request => {
    const id = headerOf(request, 'webhook-id');
    const timestamp = headerOf(request, 'webhook-timestamp');
    const signatures = headerOf(request, 'webhook-signature')
      ?.split(' ')
      .filter(each => each.startsWith('v1,'))
      .map(each => each.slice('v1,'.length));
    if (
      !id ||
      !timestamp ||
      !signatures ||
      !isRecent(timestamp, options.clock()) ||
      !isSignedByAny({
        secrets,
        content: [`${id}.${timestamp}.`, request.body],
        encoding: 'base64',
        signatures,
      })
    ) {
      throw unverified();
    }
    return id.length <= MAX_ID ? { id } : {};
  };
}

function toKey(secret: string): Buffer {
  const text = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  if (!BASE64.test(text)) {
    throw new Error(
      `A Standard Webhooks secret must be base64, optionally prefixed with ${PREFIX}`,
    );
  }
  return Buffer.from(text, 'base64');
}
