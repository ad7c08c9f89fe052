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

import type { AuthService } from '@backstage/backend-plugin-api';
import { loadForChange, saveFacts } from '../service/saving';
import { idOf } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';

/** Postmortems per round: one request to the catalog serves them all. */
const BATCH = 100;
/** Who the history names for changes that the catalog brought about. */
const ACTOR = 'plugin:postmortems';

/**
 * Lets open postmortems follow their entities' current owners, and their teams' current calendar.
 * Published ones stay with the team that wrote them, though not their open action items, and those
 * whose entities are gone from the catalog stay where they were.
 *
 * @returns how many postmortems changed
 * @throws ServiceUnavailableError where the catalog cannot be reached
 */
export async function refreshOwningTeams(
  ctx: ServiceContext,
  auth: AuthService,
): Promise<number> {
  const credentials = await auth.getOwnServiceCredentials();
  let changed = 0;
  let after = 0;
  for (;;) {
    const numbers = await ctx.postmortems.listNumbersWithOpenWork(ctx.knex, {
      after,
      limit: BATCH,
    });
    if (numbers.length === 0) return changed;
    after = numbers[numbers.length - 1];

    const records = await ctx.postmortems.getMany(ctx.knex, numbers);
    const ownerships = await ctx.linking.ownershipOf(
      records.map(record => record.entityRefs),
      credentials,
    );
    for (const [index, { number, revision }] of records.entries()) {
      const ownership = ownerships[index];
      if (!ownership) continue;
      const saved = await ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, idOf(number));
        if (current.status === 'published') {
          await ctx.actionItems.setTeams(tx, number, ownership.teamRefs);
          await ctx.teams.ensure(tx, ownership.teamRefs);
          return current;
        }
        return saveFacts(ctx, tx, current, ownership, {
          actorRef: ACTOR,
          at: ctx.clock().toISOString(),
        });
      });
      if (saved.revision !== revision) changed++;
    }
  }
}
