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

import { isDeepStrictEqual } from 'node:util';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { letOthersIn } from '../letOthersIn';
import { loadForChange, saveFacts } from '../service/saving';
import { idOf } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';
import type { Ownership } from './Linking';

/** Postmortems per round: one request to the catalog serves them all. */
const BATCH = 100;
/** Who the history names for changes that the catalog brought about. */
const ACTOR = 'plugin:postmortems';
/** How long an owner is missing from the catalog before the postmortem returns to the team. */
const OWNER_LEFT_MS = 24 * 3_600_000;

/**
 * Lets open postmortems follow their entities' current owners, and their teams' current calendar.
 * Published ones stay with the team that wrote them, though not their open action items, and those
 * whose entities are gone from the catalog stay where they were. One whose owner is gone returns
 * to the team.
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
    const owners = await ctx.linking.find(
      records.flatMap(({ ownerRef }) => ownerRef ?? []),
      credentials,
    );
    const itemTeams = await ctx.actionItems.openTeamsOf(ctx.knex, numbers);
    for (const [index, record] of records.entries()) {
      const { number, revision } = record;
      const ownership = ownerships[index];
      // Mostly it does, so that nothing has to be held and looked at once more.
      if (stands(record, itemTeams.get(number) ?? [], ownership, owners)) {
        continue;
      }
      const saved = await ctx.knex.transaction(async tx => {
        const current = await loadForChange(ctx, tx, idOf(number));
        if (current.status === 'published') {
          if (ownership) {
            await ctx.actionItems.setTeams(tx, number, ownership.teamRefs);
            await ctx.teams.ensure(tx, ownership.teamRefs);
          }
          return current;
        }
        const at = ctx.clock();
        const noted = await noteWhetherOwnerIsThere(
          ctx,
          tx,
          current,
          owners,
          at,
        );
        const left = ownerLeft(noted, at);
        return saveFacts(
          ctx,
          tx,
          noted,
          { ...ownership, ...left?.facts },
          { actorRef: ACTOR, at: at.toISOString(), ...left?.why },
        );
      });
      if (saved.revision !== revision) changed++;
      await letOthersIn();
    }
  }
}

/**
 * Whether a postmortem is as the catalog has it.
 *
 * @param itemTeams - the teams of each of its action items that is not closed
 * @param ownership - undefined where nothing of what was affected exists any more
 * @param known - the owners that the catalog knows, among those it was asked for
 */
function stands(
  record: PostmortemRecord,
  itemTeams: string[][],
  ownership: Ownership | undefined,
  known: Map<string, Entity>,
): boolean {
  if (record.status === 'published') {
    return (
      !ownership || itemTeams.every(each => haveSame(each, ownership.teamRefs))
    );
  }
  const { teamRefs, calendar, ownerRef, ownerMissingSince } = record;
  const ownerIsThere = ownerRef === undefined || known.has(ownerRef);
  return (
    ownerIsThere &&
    ownerMissingSince === undefined &&
    (!ownership ||
      (haveSame(teamRefs, ownership.teamRefs) &&
        isDeepStrictEqual(calendar, ownership.calendar)))
  );
}

function haveSame(one: string[], other: string[]): boolean {
  return isDeepStrictEqual(new Set(one), new Set(other));
}

/**
 * Notes since when the catalog does not know the owner. A catalog that is being filled anew knows
 * nobody for a while, so that alone takes the postmortem from no one.
 *
 * @param known - the owners that the catalog knows, among those it was asked for
 */
async function noteWhetherOwnerIsThere(
  ctx: ServiceContext,
  tx: Knex,
  current: PostmortemRecord,
  known: Map<string, Entity>,
  now: Date,
): Promise<PostmortemRecord> {
  const { ownerRef, ownerMissingSince } = current;
  const missing = ownerRef !== undefined && !known.has(ownerRef);
  if (missing === (ownerMissingSince !== undefined)) return current;
  const noted = {
    ...current,
    ownerMissingSince: missing ? now.toISOString() : undefined,
  };
  await ctx.postmortems.update(tx, noted);
  return noted;
}

/** What follows once an owner has been missing from the catalog for long enough. */
function ownerLeft(
  { ownerRef, ownerMissingSince }: PostmortemRecord,
  now: Date,
) {
  if (!ownerRef || !ownerMissingSince) return undefined;
  if (now.getTime() - Date.parse(ownerMissingSince) < OWNER_LEFT_MS) {
    return undefined;
  }
  return {
    facts: {
      ownerRef: undefined,
      ownerAcknowledgedAt: undefined,
      ownerMissingSince: undefined,
      ownerSuggestion: undefined,
      ownerPendingSince: now.toISOString(),
    },
    why: {
      ownerGone: 'left' as const,
      reason: `The owner ${ownerRef} is not in the catalog any more.`,
    },
  };
}
