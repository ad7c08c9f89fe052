import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';

export const MIGRATIONS = resolvePackagePath(
  'backstage-plugin-postmortems-backend',
  'migrations',
);

/** Lock name for instances that start at the same time. */
const LOCK = 'backstage-plugin-postmortems-backend: migrations';

/**
 * Migrates the database to the current schema.
 *
 * Everything runs in one transaction, including Knex's own migration lock: concurrent instances
 * wait for the lock, and a crash rolls back. Accepts a newer schema, because newer schemas only add
 * to this one. So this version can start while a newer one runs, or after it did
 * (docs/upgrades.md).
 */
export async function migrate(knex: Knex): Promise<void> {
  await knex.transaction(async tx => {
    if (isPostgres(tx)) {
      await tx.raw('select pg_advisory_xact_lock(hashtext(?))', [LOCK]);
    }
    await tx.migrate.latest({
      directory: MIGRATIONS,
      disableMigrationsListValidation: true,
    });
  });
}
