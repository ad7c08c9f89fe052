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

import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { MIGRATIONS } from '../database/migrate';
import { aCreate, complete, startPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The tables of the plugin that exist. */
async function tables(knex: Knex): Promise<string[]> {
  const isSqlite = knex.client.config.client === 'better-sqlite3';
  const rows = await knex(
    isSqlite ? 'sqlite_master' : 'information_schema.tables',
  )
    .select({ name: isSqlite ? 'name' : 'table_name' })
    .where(isSqlite ? { type: 'table' } : { table_schema: 'public' });
  return rows
    .map(row => row.name)
    .filter(name => /^(postmortem|action_item|team_|incident)/.test(name))
    .sort();
}

it.each(databases.eachSupportedId())(
  'migrates there and back with data, %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    const fill = async () => {
      const portal = await startPortal({ knex });
      const { id } = await portal.api.createPostmortem({
        body: aCreate({
          labels: ['cache'],
          ownerRef: 'user:default/bob',
          contributors: [{ userRef: 'user:default/alice', role: 'scribe' }],
        }),
      });
      await complete(portal.api, { id });
      await portal.api.addTimelineEvent({
        params: { id },
        body: { occurredAt: '2026-03-10T10:00:00Z', text: 'Rolled back' },
      });
      await portal.api.addActionItem({
        params: { id },
        body: {
          title: 'Flush in steps',
          kind: 'prevent',
          priority: 'P1',
          status: 'open',
          ownerRef: 'group:default/checkout',
        },
      });
      await portal.api.addComment({
        params: { id },
        body: { markdown: 'Which shops?' },
      });
      await portal.api.watch({ params: { id } });
      const { revision, contentRevision } = await portal.api.changeStatus({
        params: { id },
        body: { to: 'in-review' },
        ifMatch: (await portal.api.getPostmortem({ params: { id } })).revision,
      });
      await portal.api.putReviewers({
        params: { id },
        body: { reviewerRefs: ['user:default/carol'] },
        ifMatch: revision,
      });
      await portal.as('carol').addReview({
        params: { id },
        body: { verdict: 'approve', contentRevision },
      });
      await portal.stop();
    };

    await fill();
    const latest = await tables(knex);
    const [steps] = await knex.migrate.list({ directory: MIGRATIONS });
    // Every step back keeps the postmortems, until the last leaves nothing.
    for (const _ of steps.slice(1)) {
      await knex.migrate.down({ directory: MIGRATIONS });
      expect(await knex('postmortems').select('title')).toHaveLength(1);
    }
    expect((await tables(knex)).length).toBeLessThan(latest.length);
    await knex.migrate.latest({ directory: MIGRATIONS });
    expect(await tables(knex)).toEqual(latest);
    expect(await knex('postmortems').select('title')).toHaveLength(1);
    expect(await knex('team_ancestors').select('team_ref')).toEqual([
      { team_ref: 'group:default/checkout' },
    ]);
    await knex.migrate.rollback({ directory: MIGRATIONS }, true);
    expect(await tables(knex)).toEqual([]);
    await fill();
    expect(await knex('postmortem_sections').count({ count: '*' })).toEqual([
      { count: databaseId === 'SQLITE_3' ? 4 : '4' },
    ]);

    // Everything in a postmortem goes with it.
    await knex('postmortems').delete();
    const within = (await tables(knex)).filter(
      table => table !== 'team_ancestors',
    );
    for (const table of within) {
      expect([table, await knex(table).select('*')]).toEqual([table, []]);
    }
  },
);
