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

import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterCommit } from '../database/afterCommit';
import type { NewHistoryEntry } from '../database/DatabaseHistoryStore';
import { toEvent } from '../events/toEvent';
import type { Change } from '../events/toEvent';
import { idOf } from './ids';
import type { ServiceContext } from './ServiceContext';

/**
 * Writes changes into the history, and tells them to the rest of the portal once they are
 * committed.
 */
export async function record(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: number,
  entries: NewHistoryEntry[],
): Promise<void> {
  await ctx.history.append(tx, postmortem, entries);
  await begin(ctx, tx, postmortem, entries);
  await ctx.reminders.lookAt(tx, postmortem, ctx.clock());
  await announce(ctx, tx, postmortem, entries);
}

/** The same for the edit of a text, which may continue an entry of the history. */
export async function recordEdit(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: number,
  entry: NewHistoryEntry,
): Promise<void> {
  await ctx.history.appendEdit(tx, postmortem, entry);
  await begin(ctx, tx, postmortem, [entry]);
  await announce(ctx, tx, postmortem, [entry]);
}

/** Whether it is a person who acts, rather than a service or the plugin itself. */
export function isPerson(actorRef: string): boolean {
  return actorRef.startsWith('user:');
}

/** Notes that a person has done something, so that the draft is no longer a source's alone. */
async function begin(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: number,
  entries: NewHistoryEntry[],
): Promise<void> {
  if (entries.some(({ actorRef }) => isPerson(actorRef))) {
    await ctx.postmortems.begin(tx, postmortem);
  }
}

/** Tells changes to the rest of the portal once they are committed. */
export async function announce(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: number,
  changes: Change[],
): Promise<void> {
  const visibility = await ctx.postmortems.visibilityOf(tx, postmortem);
  await ctx.outbox.add(
    tx,
    changes.map(change =>
      toEvent({ id: idOf(postmortem), visibility }, change, randomUUID()),
    ),
  );
  afterCommit(tx, ctx.onCommitted);
}
