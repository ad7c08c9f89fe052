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
import { seed } from './fuzz/seed';

const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 1_500);
/** Fixed, so that results are reproducible; other seeds find other problems. */
const SEED = Number(process.env.HOSTILE_SEED ?? 20_261_123);
/** Additional requests for an operation without a success. */
const SECOND_CHANCE = 150;

const REMOVING = ['deletePostmortem', 'mergePostmortem', 'redactPostmortem'];

/** Writes need more attempts to succeed than reads, and too much must not be deleted. */
function weightOf({ name, method }: Operation): number {
  return method === 'get' || REMOVING.includes(name) ? 1 : 2;
}

/** Sends valid, almost valid and invalid requests to every operation. */
export function fuzz(portal: () => HostilePortal): void {
  it(`${REQUESTS} requests, each with a documented response`, async t => {
    const operations = await readDocument(portal());
    const known = new Known();
    await seed(portal(), known);
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
          // With the current revision, the request gets past the check.
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

    // Operations without a random success run again, because their success responses must be
    // validated, too.
    for (const operation of missing()) await run([operation], SECOND_CHANCE);
    assert.deepEqual(names(missing()), [], 'These never succeed');
    assert.doesNotMatch(
      portal().log(),
      /unhandled rejection|uncaught exception/i,
    );
  });
}

/** Omits long parts that all requests share. */
function explain({
  errorInstance,
  counterexample,
  seed: usedSeed,
}: fc.RunDetails<[FuzzRequest]>): string {
  const request = fc.stringify(counterexample?.[0]).slice(0, 2_000);
  return `${errorInstance}\n${request}\nwith HOSTILE_SEED=${usedSeed}`;
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
