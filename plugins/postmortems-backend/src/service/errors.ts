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

import { CustomErrorBase } from '@backstage/errors';

/**
 * The resource changed since the caller last saw it. Carries its current state, so that the
 * caller can merge instead of losing work.
 */
export class StaleRevisionError extends CustomErrorBase {
  name = 'StaleRevisionError' as const;
  /** Answered as 412 Precondition Failed. */
  readonly statusCode = 412;
  readonly current: unknown;

  constructor(current: { revision: number }, expected: number) {
    super(
      `If-Match must be the current revision ${current.revision}, not ${expected}: somebody changed this in the meantime`,
    );
    this.current = current;
  }
}

/**
 * @param current - the resource as the caller would read it now
 * @throws StaleRevisionError where its revision is not the expected one
 */
export function assertRevision(
  current: { revision: number },
  expected: number,
): void {
  if (current.revision !== expected) {
    throw new StaleRevisionError(current, expected);
  }
}
