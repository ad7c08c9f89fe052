import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DeliveryStore } from '../../incident/intake/DeliveryStore';
import { migrate } from './migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const store = new DeliveryStore();
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

  it('expire 30 seconds after a crash', async () => {
    expect(await claim('one', at('12:00:00'))).toHaveLength(1);
    expect(await claim('other', at('12:00:29'))).toHaveLength(0);
    expect(await claim('other', at('12:00:30'))).toHaveLength(1);
    expect(await claim('third', at('12:00:31'))).toHaveLength(0);
  });

  it('are released with unfinished work', async () => {
    const clock = () => at('12:00:00');
    await claim('one', clock());
    const failing = store.whileClaimed(knex, { by: 'one', clock }, async () => {
      expect(await claim('other', clock())).toHaveLength(0);
      throw new Error('The disk is on fire');
    });
    await expect(failing).rejects.toThrow('The disk is on fire');
    expect(await claim('other', clock())).toHaveLength(1);
  });

  it('of a clock hours ahead are ignored, those of a clock slightly ahead hold', async () => {
    await claim('ahead', at('17:00:00'));
    expect(await claim('right', at('12:01:00'))).toHaveLength(1);
    await knex('incident_deliveries').update({ claimed_by: null });
    await claim('a little ahead', at('12:02:20'));
    expect(await claim('right', at('12:02:00'))).toHaveLength(0);
  });

  it('include rows postponed by a clock hours ahead', async () => {
    const [delivery] = await claim('ahead', at('17:00:00'));
    await store.conclude(knex, delivery, {
      status: 'pending',
      attempts: 1,
      nextAttemptAt: at('17:10:00').toISOString(),
    });
    expect(await claim('right', at('12:01:00'))).toHaveLength(1);
  });
});
