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

import { ResponseError } from '@backstage/errors';
import { errorStatus, errorText } from '../../shared';

/** What to do about a request that failed. */
export type Failure =
  /** Someone else saved first; `current` is what they saved. */
  | { kind: 'stale'; current: unknown }
  /** The server refuses this; sending the same again is no use. */
  | { kind: 'refused'; message: string }
  /** The network or the server is in trouble; the same may work later. */
  | { kind: 'unreachable'; message: string };

/** Tells why a request failed. */
export function failureOf(thrown: unknown): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const status = errorStatus(error);
  const current = ResponseError.is(error)
    ? error.body?.error?.current
    : undefined;
  if (status === 412 && current !== undefined) {
    return { kind: 'stale', current };
  }
  const passing = status === undefined || status >= 500 || status === 429;
  return {
    kind: passing ? 'unreachable' : 'refused',
    message: errorText(error),
  };
}
