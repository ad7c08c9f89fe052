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
import type { Operation } from './fuzz/document';
import { Known } from './fuzz/Known';
import { requests } from './fuzz/requests';
import type { FuzzRequest } from './fuzz/requests';
import { pathOf, send } from './fuzz/send';
import type { HostilePortal } from './portal';
import { sow } from './fuzz/sow';

const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 1_500);
/** The same each time, so that what lands is not decided by chance; another finds other things. */
const SEED = Number(process.env.HOSTILE_SEED ?? 20_261_123);
/** How many more an operation gets that has not succeeded among those. */
const SECOND_CHANCE = 150;

/** Changes need more to be right than reading does, and too much must not be deleted. */
function weightOf({ name, method }: Operation): number {
  return method === 'get' || name === 'deletePostmortem' ? 1 : 2;
}

/** Every operation is asked for things that make sense, that nearly do, and that do not. */
export function fuzz(portal: () => HostilePortal): void {
  it(`${REQUESTS} requests, each answered as the document says`, async t => {
    const operations = await readDocument(portal());
    const known = new Known();
    await sow(portal(), known);
    const counts = new Map<number, number>();
    const succeeded = new Set<string>();

    const attempt = async (request: FuzzRequest) => {
      const { name, method } = request.operation;
      const path = pathOf(request);
      const answer = await send(portal(), request);
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
      if (answer.status < 300) {
        succeeded.add(name);
        known.learnFrom(method, path, answer.text);
      }
      return answer;
    };
    const run = async (among: Operation[], numRuns: number) => {
      const property = fc.asyncProperty(
        fc.oneof(
          ...among.map(operation => ({
            weight: weightOf(operation),
            arbitrary: requests(operation, known),
          })),
        ),
        async request => {
          const revision = currentRevision(await attempt(request));
          if (revision === undefined) return;
          // Now that it is known, what stands behind the check is reached too.
          const headers = { ...request.headers, 'if-match': `${revision}` };
          await attempt({ ...request, headers });
        },
      );
      const result = await fc.check(property, { numRuns, seed: SEED });
      if (result.failed) throw new Error(explain(result));
    };
    await run(operations, REQUESTS);

    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const missing = () => operations.filter(({ name }) => !succeeded.has(name));
    const names = (of: Operation[]) => of.map(({ name }) => name);
    t.diagnostic(
      `${total} requests: ${[...counts]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${status} ${count} times`)
        .join(', ')}`,
    );
    t.diagnostic(
      `${succeeded.size} of ${
        operations.length
      } operations succeeded; not yet: ${
        names(missing()).join(', ') || 'none'
      }`,
    );
    const successes = [...counts]
      .filter(([status]) => status < 300)
      .reduce((sum, [, count]) => sum + count, 0);
    assert.ok(
      successes > total / 10,
      `Only ${successes} of ${total} requests got past the checks of input`,
    );

    // Chance may leave one out. What it answers on success is held against the document all the same.
    for (const operation of missing()) await run([operation], SECOND_CHANCE);
    assert.deepEqual(names(missing()), [], 'These never succeed');
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
