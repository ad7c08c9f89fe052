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

import type { Knex } from 'knex';
import { workCalendarOf } from '../reminders';
import type { ReminderFacts } from '../reminders';
import type { ServiceContext } from '../service/ServiceContext';

/**
 * Loads what decides about the reminders of a postmortem.
 *
 * @param options - `lock` holds the postmortem until the transaction ends
 * @returns undefined where it was deleted
 */
export async function loadFacts(
  ctx: ServiceContext,
  tx: Knex,
  number: number,
  options?: { lock?: boolean },
): Promise<ReminderFacts | undefined> {
  const postmortem = await ctx.postmortems.get(tx, number, options);
  if (!postmortem) return undefined;
  const actionItems = await ctx.actionItems.list(tx, number);
  const teams = await ctx.actionItems.teamsOf(
    tx,
    actionItems.map(item => item.rowId),
  );
  return {
    postmortem,
    actionItems: actionItems.map(item => ({
      ...item,
      teamRefs: teams.get(item.rowId) ?? [],
    })),
    calendar: workCalendarOf(postmortem, ctx.policy),
  };
}
