import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterCommit } from '../kernel/db/afterCommit';
import type { HistoryAction } from 'backstage-plugin-postmortems-common';
import type { NewHistoryEntry } from './HistoryStore';
import { toEvent } from '../kernel/outbox/toEvent';
import type { Change } from '../kernel/outbox/toEvent';
import { idOf } from '../kernel/ids';
import { indexedKinds, updateIndex } from '../search/ports';
import type { PostmortemContext } from './context';

/**
 * Records changes in the history, updates the search index with their texts, and publishes them
 * after the commit. Store the changes before calling this.
 *
 * @param lostAccess - users and groups who lose access through these changes
 */
export async function record(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: number,
  entries: NewHistoryEntry[],
  lostAccess?: string[],
): Promise<void> {
  await ctx.history.append(tx, postmortem, entries);
  await begin(ctx, tx, postmortem, entries);
  await noteInvolvement(ctx, tx, postmortem, entries);
  await updateIndex(tx, postmortem, indexedKinds(entries));
  await ctx.reminders.lookAt(tx, postmortem, ctx.clock());
  await announce(ctx, tx, postmortem, entries, lostAccess);
}

/** Like `record`, without marking the postmortem as edited by a person. */
export async function recordWithoutEdit(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: number,
  entries: NewHistoryEntry[],
): Promise<void> {
  await ctx.history.append(tx, postmortem, entries);
  await updateIndex(tx, postmortem, indexedKinds(entries));
  await ctx.reminders.lookAt(tx, postmortem, ctx.clock());
  await announce(ctx, tx, postmortem, entries);
}

/** Like `record`, but for a text edit, which may extend the previous entry. */
export async function recordEdit(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: number,
  entry: NewHistoryEntry,
): Promise<void> {
  await ctx.history.appendEdit(tx, postmortem, entry);
  await begin(ctx, tx, postmortem, [entry]);
  await noteInvolvement(ctx, tx, postmortem, [entry]);
  await updateIndex(tx, postmortem, indexedKinds([entry]));
  await announce(ctx, tx, postmortem, [entry]);
}

/** Whether the actor is a person, rather than a service or the plugin. */
export function isPerson(actorRef: string): boolean {
  return actorRef.startsWith('user:');
}

/** Marks a draft as edited by a person. */
async function begin(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: number,
  entries: NewHistoryEntry[],
): Promise<void> {
  if (entries.some(({ actorRef }) => isPerson(actorRef))) {
    await ctx.postmortems.begin(tx, postmortem);
  }
}

/** History actions that count as editing. */
const WRITING: ReadonlySet<HistoryAction> = new Set([
  'section-changed',
  'section-restored',
  'timeline-event-added',
  'timeline-event-changed',
  'timeline-event-removed',
  'contributing-factor-added',
  'contributing-factor-changed',
  'contributing-factor-removed',
  'action-item-added',
  'action-item-changed',
  'action-item-removed',
  'field-changed',
  'severity-changed',
]);

/** Records that an owner acknowledged or edited, which ends their independence. */
async function noteInvolvement(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: number,
  entries: NewHistoryEntry[],
): Promise<void> {
  const done = entries.filter(({ actorRef }) => isPerson(actorRef));
  const acknowledged = done.find(
    ({ action }) => action === 'owner-acknowledged',
  );
  const wrote = done.find(({ action }) => WRITING.has(action));
  if (acknowledged) {
    await ctx.involvement.note(tx, postmortem, acknowledged, 'acknowledged');
  }
  if (wrote) await ctx.involvement.note(tx, postmortem, wrote, 'wrote');
}

/** Publishes changes after the commit. */
export async function announce(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: number,
  changes: Change[],
  lostAccess?: string[],
): Promise<void> {
  const visibility = await ctx.postmortems.visibilityOf(tx, postmortem);
  await ctx.outbox.add(
    tx,
    changes.map(change => ({
      event: toEvent(
        { id: idOf(postmortem), visibility },
        change,
        randomUUID(),
      ),
      lostAccess,
    })),
  );
  afterCommit(tx, ctx.onCommitted);
}
