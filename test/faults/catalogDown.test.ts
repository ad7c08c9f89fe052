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
import type { Knex } from 'knex';
import { withSqlite } from './support/databases';
import { report } from './support/figures';
import { withInstances } from './support/portal';
import type { Instance } from './support/portal';
import { Proxy } from './support/Proxy';
import { WEBHOOK_PATH, webhook } from './support/webhook';
import { aPostmortem, post } from './support/WriteLoad';

/** What reliability.md promises, with room for a slow machine. */
const BOUND_MS = 25_000;

it('Without the catalog people read and write on, and what needs it says so or waits', async t => {
  const proxy = await Proxy.open();
  const target = `http://localhost:${proxy.port}/api/catalog`;
  try {
    await withSqlite(database =>
      withInstances(
        1,
        {
          database,
          name: 'catalog-down',
          settings: {
            'discovery.endpoints': [{ target, plugins: ['catalog'] }],
          },
          onPort: port => proxy.leadTo(port),
        },
        async ([portal]) => {
          const { id } = await portal.api.createPostmortem({
            body: aPostmortem('Before'),
          });
          await proxy.cut();
          const refusing = await useWithoutCatalog(portal, id, 'refusing');
          await proxy.silence();
          const silent = await useWithoutCatalog(portal, id, 'silent');
          await proxy.restore();

          const back = performance.now();
          await portal.api.createPostmortem({
            body: aPostmortem('Afterwards'),
          });
          const created = performance.now() - back;
          await database.look(knex => bothCovered(knex, portal));
          report(t, {
            'ms until 503 where it refuses': refusing,
            'ms until 503 where it is silent': silent,
            'ms until the first write that needs it': created,
            'ms until the incidents had postmortems': performance.now() - back,
          });
        },
      ),
    );
  } finally {
    await proxy.cut();
  }
});

/** @returns how long the refusal of what needs the catalog took, in milliseconds */
async function useWithoutCatalog(
  portal: Instance,
  id: string,
  state: string,
): Promise<number> {
  const { api } = portal;
  const { items } = await api.listPostmortems({ query: {} });
  assert.equal(items.length, 1);
  const { revision } = await api.getPostmortem({ params: { id } });
  await api.updatePostmortem({
    params: { id },
    body: { title: `While it is ${state}` },
    ifMatch: revision,
  });
  await api.addActionItem({
    params: { id },
    body: { title: 'Mend it', kind: 'prevent', priority: 'P2' },
  });
  const sent = await portal.ask(WEBHOOK_PATH, webhook(state));
  assert.equal(sent.status, 202);

  const refused = await portal.ask('/postmortems', post(aPostmortem('No')));
  assert.equal(refused.status, 503);
  assert.ok(refused.retryAfter);
  assert.match(refused.text, /catalog cannot be reached/);
  assert.ok(refused.milliseconds < BOUND_MS);
  return refused.milliseconds;
}

/** Waits until both incidents that were told of have their postmortem. */
async function bothCovered(knex: Knex, portal: Instance): Promise<void> {
  for (;;) {
    const covered = await knex('incidents').where({ standing: 'covered' });
    if (covered.length === 2) break;
    await portal.ask(WEBHOOK_PATH, webhook('silent'));
    await sleep(500);
  }
  assert.equal((await knex('postmortems').select('id')).length, 4);
}
