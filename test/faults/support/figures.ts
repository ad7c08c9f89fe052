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

import type { TestContext } from 'node:test';

/** Prints what was measured. How long things take is not asserted: machines differ. */
export function report(
  context: TestContext,
  figures: Record<string, number | string>,
): void {
  const words = Object.entries(figures).map(
    ([name, value]) =>
      `${name} ${typeof value === 'number' ? Math.round(value) : value}`,
  );
  context.diagnostic(words.join(', '));
}

/** A size that the environment can enlarge. */
export function size(name: string, inCi: number): number {
  return Number(process.env[name] ?? inCi);
}
