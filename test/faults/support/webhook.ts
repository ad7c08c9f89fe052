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

import { createHmac } from 'node:crypto';

/** As in app-config.faults.yaml. */
const SECRET = Buffer.from('the secret of the portal with faults');

/** A signed webhook of the generic source, which says that an incident was declared. */
export function webhook(id: string): RequestInit {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const body = JSON.stringify({
    id,
    title: `Incident ${id}`,
    severity: 'SEV-1',
    services: ['checkout-api'],
  });
  const signature = createHmac('sha256', SECRET)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  };
}

/** Where it is sent to. */
export const WEBHOOK_PATH = '/incident-sources/generic';
