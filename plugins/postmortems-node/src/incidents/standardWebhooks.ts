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

import type { SourceRequest, VerifiedDelivery } from './IncidentSource';
import { headerOf, isRecent, isSignedByAny, unverified } from './signatures';

/** The prefix that tells secrets of the scheme from others. */
const PREFIX = 'whsec_';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** The longest id that {@link VerifiedDelivery} takes. */
const MAX_ID = 200;

/**
 * Checks requests that are signed as Standard Webhooks lays down, which Svix and those who use it
 * do: the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`.
 *
 * The scheme's own library takes one secret, reads the clock itself and parses the body, so this
 * is written out.
 *
 * @param options - the secrets, each with or without `whsec_` in front; and what tells the time
 * @throws Error where a secret is not base64
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
      `A secret of Standard Webhooks must be base64, with or without ${PREFIX} in front`,
    );
  }
  return Buffer.from(text, 'base64');
}
