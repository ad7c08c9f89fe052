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
import type { Message } from '../database/DatabaseMessageStore';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { workCalendarOf } from '../reminders';
import type { ReminderFacts } from '../reminders';
import type { ServiceContext } from '../service/ServiceContext';

/**
 * Loads what decides about the reminders of a postmortem, which is held until the transaction ends.
 *
 * @returns undefined where it was deleted
 */
export async function loadFactsForChange(
  ctx: ServiceContext,
  tx: Knex,
  number: number,
): Promise<ReminderFacts | undefined> {
  const postmortem = await ctx.postmortems.get(tx, number, { lock: true });
  const [facts] = await complete(ctx, tx, postmortem ? [postmortem] : []);
  return facts;
}

/**
 * Loads what decides about the reminders of postmortems.
 *
 * @returns by number, without those that were deleted
 */
export async function loadFacts(
  ctx: ServiceContext,
  knex: Knex,
  numbers: number[],
): Promise<Map<number, ReminderFacts>> {
  const postmortems = await ctx.postmortems.getMany(knex, [
    ...new Set(numbers),
  ]);
  const all = await complete(ctx, knex, postmortems);
  return new Map(all.map(facts => [facts.postmortem.number, facts]));
}

/** The postmortems that messages are about. */
export function subjectsOf(messages: Message[]): number[] {
  return messages.flatMap(({ postmortem }) => postmortem ?? []);
}

async function complete(
  ctx: ServiceContext,
  tx: Knex,
  postmortems: PostmortemRecord[],
): Promise<ReminderFacts[]> {
  if (postmortems.length === 0) return [];
  const items = await ctx.actionItems.listOf(
    tx,
    postmortems.map(({ number }) => number),
  );
  const teams = await ctx.actionItems.teamsOf(
    tx,
    items.map(item => item.rowId),
  );
  return postmortems.map(postmortem => ({
    postmortem,
    actionItems: items
      .filter(item => item.postmortem === postmortem.number)
      .map(item => ({ ...item, teamRefs: teams.get(item.rowId) ?? [] })),
    calendar: workCalendarOf(postmortem, ctx.policy),
  }));
}
