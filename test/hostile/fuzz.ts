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

import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { readDocument } from './fuzz/document';
import { Known } from './fuzz/Known';
import { requests } from './fuzz/requests';
import type { FuzzRequest } from './fuzz/requests';
import { send } from './fuzz/send';
import type { HostilePortal } from './portal';
import { sow } from './fuzz/sow';

const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 1_500);
/** The same each time, so that what lands is not decided by chance; another finds other things. */
const SEED = Number(process.env.HOSTILE_SEED ?? 20_261_123);
/** Too often there would be nothing left. */
const RARE = ['deletePostmortem'];

/** Every operation is asked for things that make sense, that nearly do, and that do not. */
export function fuzz(portal: () => HostilePortal): void {
  it(`${REQUESTS} requests, each answered as the document says`, async t => {
    const operations = await readDocument(portal());
    const known = new Known();
    await sow(portal(), known);
    const counts = new Map<number, number>();
    const succeeded = new Set<string>();
    const note = ({ operation }: FuzzRequest, status: number) => {
      counts.set(status, (counts.get(status) ?? 0) + 1);
      if (status < 300) succeeded.add(operation.name);
    };

    const result = await fc.check(
      fc.asyncProperty(
        fc.oneof(
          ...operations.map(operation => ({
            weight: RARE.includes(operation.name) ? 1 : 8,
            arbitrary: requests(operation, known),
          })),
        ),
        async request => {
          const answer = await send(portal(), request);
          note(request, answer.status);
          if (answer.status < 300) known.learnFrom(answer.text);
          const revision = currentRevision(answer);
          if (revision !== undefined) {
            // Now that it is known, what stands behind the check is reached too.
            const headers = { ...request.headers, 'if-match': `${revision}` };
            const { status } = await send(portal(), { ...request, headers });
            note(request, status);
          }
        },
      ),
      { numRuns: REQUESTS, seed: SEED },
    );
    if (result.failed) throw new Error(explain(result));

    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const ok = [...counts].filter(([status]) => status < 300);
    const never = operations.filter(({ name }) => !succeeded.has(name));
    t.diagnostic(
      `${total} requests: ${[...counts]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status} ${count} times`)
        .join(', ')}`,
    );
    t.diagnostic(
      `${succeeded.size} of ${operations.length} operations succeeded; never: ${
        never.map(({ name }) => name).join(', ') || 'none'
      }`,
    );
    const successes = ok.reduce((sum, [, count]) => sum + count, 0);
    assert.ok(
      successes > total / 10,
      `Only ${successes} of ${total} requests got past the checks of input`,
    );
    assert.doesNotMatch(
      portal().log(),
      /unhandled rejection|uncaught exception/i,
    );
  });
}

/** Without what is long and the same in every request. */
function explain({
  errorInstance,
  counterexample,
  seed,
}: fc.RunDetails<[FuzzRequest]>): string {
  const request = fc.stringify(counterexample?.[0]).slice(0, 2_000);
  return `${errorInstance}\n${request}\nwith HOSTILE_SEED=${seed}`;
}

function currentRevision({
  status,
  text,
}: {
  status: number;
  text: string;
}): number | undefined {
  if (status !== 412) return undefined;
  return JSON.parse(text).error.current?.revision;
}
