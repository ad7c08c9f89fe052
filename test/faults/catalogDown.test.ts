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

/** The bound in reliability.md, plus time for slow machines. */
const BOUND_MS = 25_000;

it('Without the catalog, reading and writing work, and the rest fails clearly or waits', async t => {
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

/** @returns how long a request that needs the catalog took to fail, in milliseconds */
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
  assert.match(refused.text, /catalog is unavailable/);
  assert.ok(refused.milliseconds < BOUND_MS);
  return refused.milliseconds;
}

/** Waits until both incidents have postmortems. */
async function bothCovered(knex: Knex, portal: Instance): Promise<void> {
  for (;;) {
    const covered = await knex('incidents').where({ disposition: 'covered' });
    if (covered.length === 2) break;
    await portal.ask(WEBHOOK_PATH, webhook('silent'));
    await sleep(500);
  }
  assert.equal((await knex('postmortems').select('id')).length, 4);
}
