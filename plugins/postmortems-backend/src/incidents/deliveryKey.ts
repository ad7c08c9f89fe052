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

/** The longest name of a delivery that is stored as it is. */
const MAX_ID = 200;
const ID = 'id:';

/** By which a delivery is known again: its name, or else its body. */
export function deliveryKey(id: string | undefined, body: Buffer): string {
  if (id !== undefined && id.length <= MAX_ID) return `${ID}${id}`;
  const digest = createHash('sha256').update(id ?? body);
  return `sha256:${digest.digest('hex')}`;
}

/** The name that a key was made of. */
export function deliveryId(key: string): string | undefined {
  return key.startsWith(ID) ? key.slice(ID.length) : undefined;
}
