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

import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './dialect';

/** Where the migrations are. */
export const MIGRATIONS = resolvePackagePath(
  'backstage-plugin-postmortems-backend',
  'migrations',
);

/** What instances that start at once wait for, one after the other. */
const LOCK = 'backstage-plugin-postmortems-backend: migrations';

/**
 * Brings the database to the schema that this version works with.
 *
 * All of it is one transaction, Knex's own mark of migrations being under way included: who comes
 * second waits rather than failing, and who is killed halfway leaves nothing. A schema that a later
 * version has brought further is taken as it is, as it only has more than this one needs: so this
 * version can be started while, or after, the later one runs (docs/upgrades.md).
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
