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
import { DatabaseDeliveryStore } from '../database/DatabaseDeliveryStore';
import { migrate } from '../database/migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const store = new DatabaseDeliveryStore();
const SOURCE = 'fake';

const at = (time: string) => new Date(`2026-03-12T${time}Z`);

describe.each(databases.eachSupportedId())('Claims, %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
    await store.add(knex, {
      source: SOURCE,
      key: 'id:1',
      kind: 'webhook',
      body: Buffer.from('{}'),
      receivedAt: at('12:00:00').toISOString(),
    });
  });

  const claim = (by: string, now: Date) =>
    store.claim(knex, { sources: [SOURCE], by, now, limit: 10 });

  it('end half a minute after whoever made them died', async () => {
    expect(await claim('one', at('12:00:00'))).toHaveLength(1);
    expect(await claim('other', at('12:00:29'))).toHaveLength(0);
    expect(await claim('other', at('12:00:30'))).toHaveLength(1);
    expect(await claim('third', at('12:00:31'))).toHaveLength(0);
  });

  it('are given back with what was not done', async () => {
    const clock = () => at('12:00:00');
    await claim('one', clock());
    const failing = store.whileClaimed(knex, { by: 'one', clock }, async () => {
      expect(await claim('other', clock())).toHaveLength(0);
      throw new Error('The disk is on fire');
    });
    await expect(failing).rejects.toThrow('The disk is on fire');
    expect(await claim('other', clock())).toHaveLength(1);
  });

  it('of a clock that was hours ahead keep nobody waiting, those of one a little ahead hold', async () => {
    await claim('ahead', at('17:00:00'));
    expect(await claim('right', at('12:01:00'))).toHaveLength(1);
    await knex('incident_deliveries').update({ claimed_by: null });
    await claim('a little ahead', at('12:02:20'));
    expect(await claim('right', at('12:02:00'))).toHaveLength(0);
  });

  it('are made of what a clock that was hours ahead put off', async () => {
    const [delivery] = await claim('ahead', at('17:00:00'));
    await store.conclude(knex, delivery, {
      status: 'pending',
      attempts: 1,
      nextAttemptAt: at('17:10:00').toISOString(),
    });
    expect(await claim('right', at('12:01:00'))).toHaveLength(1);
  });
});
