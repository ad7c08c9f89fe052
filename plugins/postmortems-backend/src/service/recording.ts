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
  await announce(ctx, tx, postmortem, [entry]);
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
