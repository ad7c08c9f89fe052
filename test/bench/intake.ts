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

import { createHmac, randomUUID } from 'node:crypto';
import type { BenchTarget } from './targets';

/** As in app-config.bench.yaml. */
const SECRET = Buffer.from('the secret of the bench portal');

/** A signed webhook about a drill, so that taking it on is all that it leads to. */
export const INTAKE: BenchTarget = {
  name: 'intake of a webhook',
  path: '/api/postmortems/incident-sources/generic',
  atLeastOfFloor: 0.5,
  post() {
    const id = randomUUID();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const body = JSON.stringify({
      id,
      title: 'A service did not answer',
      severity: 'SEV-1',
      services: ['service-7'],
      drill: true,
    });
    const signature = createHmac('sha256', SECRET)
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
    return {
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
      body,
    };
  },
};
