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

import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a signature such as `sha256=8f3a…` is the HMAC-SHA256 of a body. Takes the same time
 * wherever it is wrong.
 *
 * @public
 */
export function isSignedWith(
  secret: string,
  body: Buffer,
  signature: string | string[] | undefined,
): boolean {
  if (typeof signature !== 'string') return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  );
  return given.length === right.length && timingSafeEqual(given, right);
}

/**
 * The seconds that an answer with `Retry-After` asks to wait. A point in time is counted from the
 * answer's own `Date`, so that it does not matter whose clock is wrong.
 *
 * @param header - gives the value of a header by its name
 * @returns undefined where it asks for none
 * @public
 */
export function retryAfterSeconds(
  header: (name: string) => string | null | undefined,
): number | undefined {
  const value = header('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const seconds = (Date.parse(value) - Date.parse(header('date') ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
