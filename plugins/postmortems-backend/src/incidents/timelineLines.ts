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
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { TimelineEvent } from 'backstage-plugin-postmortems-common';
import type { NewHistoryEntry } from '../database/DatabaseHistoryStore';
import { record } from '../service/recording';
import type { ServiceContext } from '../service/ServiceContext';
import type { IncidentGroup } from './readGroup';

/**
 * Brings what happened to an incident into the timeline of its postmortem, each line once: one
 * that a person removed does not come back. A line that is not so any more, as something arrived
 * late, goes, unless a person changed it.
 */
export async function carryLines(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: number,
  { incident: { rowId }, state }: Pick<IncidentGroup, 'incident' | 'state'>,
  by: { actorRef: string; at: string },
): Promise<void> {
  const told = await ctx.incidents.linesOf(tx, rowId);
  const wanted = new Set(state.lines.map(({ key }) => key));
  const entries: NewHistoryEntry[] = [];

  for (const [key, timelineEvent] of told) {
    if (wanted.has(key)) continue;
    const before = await ctx.timeline.get(tx, postmortem, timelineEvent);
    await ctx.incidents.forgetLines(tx, rowId, key);
    if (before?.revision !== 1) continue;
    await ctx.timeline.delete(tx, before.id);
    entries.push(entryOf('removed', before, by));
  }

  const room =
    LIMITS.timelineEvents - (await ctx.timeline.count(tx, postmortem));
  const untold = state.lines.filter(({ key }) => !told.has(key));
  for (const { key, at, kind, text } of untold.slice(0, room)) {
    const after = await ctx.timeline.insert(tx, postmortem, {
      occurredAt: at,
      kind,
      text,
      revision: 1,
    });
    await ctx.incidents.addLine(tx, rowId, key, after.id);
    entries.push(entryOf('added', after, by));
  }

  if (entries.length === 0) return;
  await ctx.postmortems.touchContent(tx, postmortem, by.at);
  await record(ctx, tx, postmortem, entries);
}

function entryOf(
  verb: 'added' | 'removed',
  event: TimelineEvent,
  by: { actorRef: string; at: string },
): NewHistoryEntry {
  return {
    ...by,
    action: `timeline-event-${verb}`,
    field: event.id,
    ...(verb === 'added' ? { after: event } : { before: event }),
  };
}
