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

import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for an answer of the catalog, whose client would wait for one that never comes for ever. */
export async function inTime<T>(
  answer: Promise<T>,
  milliseconds: number,
): Promise<T> {
  const answered = new AbortController();
  const late = sleep(milliseconds, undefined, {
    ref: false,
    signal: answered.signal,
  }).then(() => {
    throw new Error(`The catalog did not answer in ${milliseconds} ms`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    answered.abort();
  }
}
