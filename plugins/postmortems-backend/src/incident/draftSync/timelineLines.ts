import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  LeftOut,
  TimelineEvent,
} from 'backstage-plugin-postmortems-common';
import type { NewHistoryEntry } from '../../postmortem/HistoryStore';
import { record } from '../../postmortem/recordHistory';
import type { IncidentContext } from '../context';
import type { IncidentGroup } from './readGroup';

/**
 * Adds each incident event to the timeline once. A line that a person removed doesn't return. A
 * line made obsolete by a late change is removed, unless a person edited it.
 *
 * @returns the events that didn't fit in the timeline
 */
export async function syncTimeline(
  ctx: IncidentContext,
  tx: Knex,
  postmortem: number,
  { incident: { rowId }, state }: Pick<IncidentGroup, 'incident' | 'state'>,
  by: { actorRef: string; at: string },
): Promise<LeftOut[]> {
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

  const limit = LIMITS.timelineEvents;
  const room = Math.max(0, limit - (await ctx.timeline.count(tx, postmortem)));
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

  if (entries.length > 0) {
    await ctx.postmortems.touchContent(tx, postmortem, by.at);
    await record(ctx, tx, postmortem, entries);
  }
  const leftOut = untold.length - room;
  return leftOut > 0
    ? [
        {
          field: 'timeline',
          unit: 'items',
          leftOut,
          total: limit + leftOut,
          limit,
        },
      ]
    : [];
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
