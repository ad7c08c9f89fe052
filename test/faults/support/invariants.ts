import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Effect } from './effects';
import type { Instance } from './portal';
import { WEBHOOK_PATH, webhook } from './webhook';
import type { WriteLoad } from './WriteLoad';

/** Checks that everything acknowledged exists. */
export async function assertNothingLost(
  knex: Knex,
  load: WriteLoad,
): Promise<void> {
  const there = {
    titles: await knex('postmortems').pluck('title'),
    actionItems: await knex('action_items').pluck('title'),
    deliveries: await knex('incident_deliveries').pluck('delivery_key'),
  };
  assert.deepEqual(missing(load.titles, there.titles), []);
  assert.deepEqual(missing(load.actionItems, there.actionItems), []);
  assert.deepEqual(
    missing(
      [...load.deliveries].map(delivery => `id:${delivery}`),
      there.deliveries,
    ),
    [],
  );
}

/**
 * Checks that no write is half-applied: rows of one transaction exist together, and each change has
 * a published or pending event.
 */
export async function assertNothingHalfApplied(
  knex: Knex,
  effects: Effect[],
): Promise<void> {
  const postmortems: { id: number; owner_ref: string | null }[] = await knex(
    'postmortems',
  ).select('id', 'owner_ref');
  const items: { postmortem_id: number; number: number }[] = await knex(
    'action_items',
  ).select('postmortem_id', 'number');
  const history: { postmortem_id: number; action: string; field: string }[] =
    await knex('postmortem_history').select('postmortem_id', 'action', 'field');
  const entries = (action: string) =>
    history
      .filter(entry => entry.action === action)
      .map(({ postmortem_id, field }) => keyOf(postmortem_id, field));

  // One history entry for each, and none for missing ones.
  const ids = postmortems.map(({ id }) => keyOf(id));
  const itemIds = items.map(item =>
    keyOf(item.postmortem_id, `A${item.number}`),
  );
  assert.deepEqual(entries('created').sort(), ids.sort());
  assert.deepEqual(entries('action-item-added').sort(), itemIds.sort());

  // One event for each, published or pending, ignoring repeats.
  const waiting: string[] = await knex('postmortem_outbox').pluck('event');
  const events = new Map(
    [
      ...effects.filter(({ event }) => event),
      ...waiting.map(each => JSON.parse(each)).map(toEffect),
    ].map(each => [each.event, each]),
  );
  const published = (action: string) =>
    [...events.values()].filter(each => each.action === action);
  assert.deepEqual(
    published('created')
      .map(({ postmortemId }) => keyOf(numberOf(postmortemId!)))
      .sort(),
    ids,
  );
  assert.equal(published('action-item-added').length, items.length);

  // Action item numbers, reminders and messages.
  const numbered: { id: number }[] = await knex('postmortems')
    .leftJoin('action_items', 'action_items.postmortem_id', 'postmortems.id')
    .groupBy('postmortems.id', 'postmortems.action_items_numbered')
    .havingRaw('count(action_items.id) <> postmortems.action_items_numbered')
    .select('postmortems.id');
  assert.deepEqual(numbered, []);
  const messages: number[] = await knex('postmortem_messages')
    .where({ about: 'owner-assigned' })
    .pluck('postmortem_id');
  assert.deepEqual(
    messages.map(id => keyOf(id)).sort(),
    postmortems
      .filter(each => each.owner_ref)
      .map(({ id }) => keyOf(id))
      .sort(),
  );
}

/** Checks that no effect happened twice. */
export function assertNothingRepeated(effects: Effect[]): void {
  const keys = effects.map(
    ({ event, ticket, notification, scope, to }) =>
      event ?? ticket ?? `${notification} ${scope} ${to}`,
  );
  assert.deepEqual(
    keys.filter((key, index) => keys.indexOf(key) !== index),
    [],
  );
}

function toEffect({ id, ...event }: { id: string }): Effect {
  return { event: id, ...event };
}

function keyOf(postmortem: number, field?: string | number | null): string {
  return `${postmortem}/${field ?? ''}`;
}

function numberOf(id: string): number {
  return Number(id.replace('PM-', ''));
}

function missing(wanted: Iterable<string>, there: string[]): string[] {
  const all = new Set(there);
  return [...wanted].filter(each => !all.has(each));
}

/** The plugin's amount of pending work. */
async function left(knex: Knex): Promise<number> {
  const counts: { count: number | string }[] = await Promise.all([
    knex('postmortem_outbox').count({ count: '*' }).first(),
    knex('incident_deliveries')
      .whereNotNull('due_at')
      .count({ count: '*' })
      .first(),
    knex('incidents').whereNotNull('due_at').count({ count: '*' }).first(),
    knex('postmortem_messages')
      .where({ state: 'waiting', kind: 'direct' })
      .count({ count: '*' })
      .first(),
  ] as any[]);
  return counts.reduce((sum, { count }) => sum + Number(count), 0);
}

/** Waits until the plugin has no pending work. Deliveries start processing, as in regular use. */
export async function backlogProcessed(
  knex: Knex,
  portal: Instance,
): Promise<void> {
  while ((await left(knex)) > 0) {
    await portal.ask(WEBHOOK_PATH, webhook('once more')).catch(() => {});
    await sleep(500);
  }
}

/** Makes a scheduled task due, and waits for its end. */
export async function runTask(knex: Knex, id: string): Promise<void> {
  const task = () => knex('backstage_backend_tasks__tasks').where({ id });
  const { last_run_ended_at: before } = await task().first();
  await task().update({ next_run_start_at: knex.fn.now() });
  for (;;) {
    const { last_run_ended_at: ended } = await task().first();
    if (String(ended) !== String(before)) return;
    await sleep(500);
  }
}
