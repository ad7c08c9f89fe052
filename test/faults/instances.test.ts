import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResponseError } from '@backstage/errors';
import { withPostgres } from './support/databases';
import { report, size } from './support/figures';
import { withInstances } from './support/portal';
import type { Instance } from './support/portal';
import {
  assertNothingHalfApplied,
  assertNothingLost,
  assertNothingRepeated,
  runTask,
  backlogProcessed,
} from './support/invariants';
import { WEBHOOK_PATH, webhook } from './support/webhook';
import { aPostmortem, underLoad } from './support/WriteLoad';

const INSTANCES = size('FAULTS_INSTANCES', 2);
const WRITES = size('FAULTS_WRITES', 150);
const INCREMENTS = 5;

it(`${INSTANCES} instances on one database lose no update and repeat nothing`, t =>
  withPostgres(database =>
    withInstances(
      INSTANCES,
      { database, name: 'instances' },
      (instances, effects) =>
        underLoad(instances, 4, async load => {
          const [{ api }] = instances;
          const startedAt = performance.now();
          const { id } = await api.createPostmortem({
            body: aPostmortem('Count 0'),
          });
          const item = await api.addActionItem({
            params: { id },
            body: { title: 'Only once', kind: 'prevent', priority: 'P1' },
          });

          const key = item.id.split('/')[1];

          // At each instance, two people increment a counter, one requests a ticket for the same
          // action item, and the same incident is reported.
          const counts = await Promise.all(
            [...instances, ...instances].map(each => countUp(each, id)),
          );
          await Promise.all(
            instances.flatMap(each => [
              each.api
                .putTicket({ params: { id, key }, body: {} })
                // Another one was faster.
                .catch(error => assert.equal(error.statusCode, 409)),
              each.ask(WEBHOOK_PATH, webhook('the same')),
            ]),
          );

          await load.more(WRITES);
          await load.stop();
          const took = performance.now() - startedAt;
          const { title } = await api.getPostmortem({ params: { id } });
          assert.equal(title, `Count ${INSTANCES * 2 * INCREMENTS}`);

          const drafts = await database.look(async knex => {
            await backlogProcessed(knex, instances[0]);
            await runTask(knex, 'remind');
            await backlogProcessed(knex, instances[1]);
            await assertNothingLost(knex, load);
            const covering: number[] = await knex('incidents')
              .where({ disposition: 'covered' })
              .pluck('postmortem_id');
            assert.equal(new Set(covering).size, covering.length);
            return covering.length;
          });
          const tickets = () => effects().filter(({ ticket }) => ticket);
          while (tickets().length === 0) await sleep(200);
          assert.equal(tickets().length, 1);
          assertNothingRepeated(effects());
          await database.look(knex =>
            assertNothingHalfApplied(knex, effects()),
          );
          assert.deepEqual(load.wrongAnswers, []);
          report(t, {
            instances: INSTANCES,
            acknowledged: load.acknowledged,
            'writes per second': (load.acknowledged / took) * 1_000,
            'answered with 412': counts.reduce((sum, count) => sum + count, 0),
            'updates lost': 0,
            drafts,
            'events, messages and tickets': effects().length,
            twice: 0,
          });
        }),
    ),
  ));

/** Increments a value with optimistic locking, and counts retries. */
async function countUp({ api }: Instance, id: string): Promise<number> {
  let conflicts = 0;
  for (let done = 0; done < INCREMENTS; ) {
    const { title, revision } = await api.getPostmortem({ params: { id } });
    const next = Number(title.replace('Count ', '')) + 1;
    try {
      await api.updatePostmortem({
        params: { id },
        body: { title: `Count ${next}` },
        ifMatch: revision,
      });
      done++;
    } catch (error) {
      assert.equal((error as ResponseError).statusCode, 412);
      conflicts++;
    }
  }
  return conflicts;
}
