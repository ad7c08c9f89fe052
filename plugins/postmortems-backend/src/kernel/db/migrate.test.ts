import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import type { Knex } from 'knex';
import { MIGRATIONS, migrate } from './migrate';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const hasPostgres = databases.eachSupportedId().flat().includes('POSTGRES_18');

async function applied(knex: Knex): Promise<number> {
  return (await knex('knex_migrations').select('id')).length;
}

async function all(knex: Knex): Promise<number> {
  const [done, pending] = await knex.migrate.list({ directory: MIGRATIONS });
  return done.length + pending.length;
}

/** Separate connections to an empty database, one per instance. */
async function instances(count: number): Promise<Knex[]> {
  const knex = await databases.init('POSTGRES_18');
  const { client, connection } = knex.client.config;
  return Array.from({ length: count }, () =>
    knexFactory({ client, connection }),
  );
}

(hasPostgres ? describe : describe.skip)('migrate, instances', () => {
  it('supports several instances starting at once', async () => {
    const knexes = await instances(4);
    await Promise.all(knexes.map(migrate));
    expect(await applied(knexes[0])).toBe(await all(knexes[0]));
    await Promise.all(knexes.map(knex => knex.destroy()));
  });

  it('recovers after a crash during a migration', async () => {
    const [dies, watches, next] = await instances(3);
    await watches.migrate.up({ directory: MIGRATIONS });

    const reading = await watches.transaction();
    await reading('postmortems').first('id');
    const death = migrate(dies).then(
      () => 'it got through',
      (error: Error) => error,
    );
    // It waits for the reader in the middle of a migration.
    let waiting: number[] = [];
    while (!waiting.length) {
      waiting = await watches('pg_locks')
        .where({ granted: false, locktype: 'relation' })
        .whereRaw(
          'database = (select oid from pg_database where datname = current_database())',
        )
        .pluck('pid');
    }
    await watches.raw('select pg_terminate_backend(?)', [waiting[0]]);
    expect(await death).toBeInstanceOf(Error);
    await reading.rollback();

    expect(await applied(next)).toBe(1);
    await migrate(next);
    expect(await applied(next)).toBe(await all(next));
    await Promise.all([dies, watches, next].map(knex => knex.destroy()));
  });
});

describe('migrate', () => {
  it.each(databases.eachSupportedId())(
    'accepts the schema of a later version, %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      await migrate(knex);
      await knex('knex_migrations').insert({
        name: '29990101000000_later.js',
        batch: 2,
        migration_time: new Date(),
      });
      await migrate(knex);
      expect(await knex('postmortems').select('id')).toEqual([]);
    },
  );
});
