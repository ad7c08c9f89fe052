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
import { setTimeout as sleep } from 'node:timers/promises';
import type { ResponseError } from '@backstage/errors';
import { withPostgres } from './support/databases';
import { report, size } from './support/figures';
import { withInstances } from './support/portal';
import type { Instance } from './support/portal';
import {
  assertNothingHalf,
  assertNothingLost,
  assertNothingTwice,
  runTask,
  workedOff,
} from './support/standing';
import { WEBHOOK_PATH, webhook } from './support/webhook';
import { aPostmortem, underLoad } from './support/WriteLoad';

const INSTANCES = size('FAULTS_INSTANCES', 2);
const WRITES = size('FAULTS_WRITES', 150);
const INCREMENTS = 5;

it(`${INSTANCES} instances on one database lose no update and do nothing twice`, t =>
  withPostgres(database =>
    withInstances(
      INSTANCES,
      { database, name: 'instances' },
      (instances, effects) =>
        underLoad(instances, 4, async load => {
          const [{ api }] = instances;
          const begun = performance.now();
          const { id } = await api.createPostmortem({
            body: aPostmortem('Count 0'),
          });
          const item = await api.addActionItem({
            params: { id },
            body: { title: 'Only once', kind: 'prevent', priority: 'P1' },
          });

          const key = item.id.split('/')[1];

          // At each instance two people count one up, one asks for the ticket of the same action
          // item, and the same incident is told of.
          const counts = await Promise.all(
            [...instances, ...instances].map(each => countUp(each, id)),
          );
          await Promise.all(
            instances.flatMap(each => [
              each.api
                .putTicket({ params: { id, key }, body: {} })
                // There is one already.
                .catch(error => assert.equal(error.statusCode, 409)),
              each.ask(WEBHOOK_PATH, webhook('the same')),
            ]),
          );

          await load.more(WRITES);
          await load.stop();
          const took = performance.now() - begun;
          const { title } = await api.getPostmortem({ params: { id } });
          assert.equal(title, `Count ${INSTANCES * 2 * INCREMENTS}`);

          const drafts = await database.look(async knex => {
            await workedOff(knex, instances[0]);
            await runTask(knex, 'remind');
            await workedOff(knex, instances[1]);
            await assertNothingLost(knex, load);
            const covering: number[] = await knex('incidents')
              .where({ standing: 'covered' })
              .pluck('postmortem_id');
            assert.equal(new Set(covering).size, covering.length);
            return covering.length;
          });
          const tickets = () => effects().filter(({ ticket }) => ticket);
          while (tickets().length === 0) await sleep(200);
          assert.equal(tickets().length, 1);
          assertNothingTwice(effects());
          await database.look(knex => assertNothingHalf(knex, effects()));
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

/** Counts up from what was read, anew where somebody was quicker; tells how often that was. */
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
