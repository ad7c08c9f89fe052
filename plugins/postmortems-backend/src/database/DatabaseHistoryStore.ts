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
import type { HistoryEntry, Page } from 'backstage-plugin-postmortems-common';
import { countUpToBound } from './count';
import { fromJson, toJson } from './json';
import { applyKeyset, decodeCursor, toPage } from './keyset';
import type { Order } from './keyset';
import type { HistoryRow } from './rows';
import { fromDbTime, toDbTime } from './time';

const TABLE = 'postmortem_history';

/** A history entry before it is stored. */
export type NewHistoryEntry = Omit<HistoryEntry, 'id'>;

const NEWEST_FIRST: Order = {
  name: 'newest-first',
  column: 'id',
  idColumn: 'id',
  direction: 'desc',
  toDb: value => value,
};

/** Within this time, further edits of a text by the same person continue the same entry. */
const SAME_EDIT_MINUTES = 10;

/** Adds to and reads the history of postmortems. */
export class DatabaseHistoryStore {
  async append(
    tx: Knex,
    postmortem: number,
    entries: NewHistoryEntry[],
  ): Promise<void> {
    for (const entry of entries) {
      await tx(TABLE).insert({
        postmortem_id: postmortem,
        at: toDbTime(entry.at),
        actor_ref: entry.actorRef,
        action: entry.action,
        field: entry.field ?? null,
        before: toJson(entry.before),
        after: toJson(entry.after),
        reason: entry.reason ?? null,
      });
    }
  }

  /**
   * Adds an edit of a text. While one person keeps writing, autosaving every few seconds, their
   * edits stay one entry: from what the text was before to what it is now.
   */
  async appendEdit(
    tx: Knex,
    postmortem: number,
    entry: NewHistoryEntry,
  ): Promise<void> {
    const latest = await tx<HistoryRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .orderBy('id', 'desc')
      .first();
    const since = new Date(entry.at).getTime() - SAME_EDIT_MINUTES * 60_000;
    if (
      latest?.action === entry.action &&
      latest.field === entry.field &&
      latest.actor_ref === entry.actorRef &&
      new Date(latest.at).getTime() >= since
    ) {
      await tx(TABLE)
        .where({ id: latest.id })
        .update({ at: toDbTime(entry.at), after: toJson(entry.after) });
      return;
    }
    await this.append(tx, postmortem, [entry]);
  }

  /** Everybody who gave the postmortem back when they owned it. */
  async handedOverBy(tx: Knex, postmortem: number): Promise<string[]> {
    const rows = await tx<HistoryRow>(TABLE)
      .where({ postmortem_id: postmortem, action: 'owner-handed-over' })
      .distinct('actor_ref');
    return rows.map(row => row.actor_ref);
  }

  async list(
    knex: Knex,
    postmortem: number,
    request: {
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
  ): Promise<Page<HistoryEntry>> {
    const cursor = decodeCursor(request.cursor, NEWEST_FIRST.name);
    const query = knex<HistoryRow>(TABLE).where({ postmortem_id: postmortem });
    applyKeyset(query, NEWEST_FIRST, cursor, request.limit);
    const page = toPage((await query) as HistoryRow[], {
      order: NEWEST_FIRST,
      cursor,
      limit: request.limit,
      place: row => ({ value: row.id, id: row.id }),
    });
    return {
      items: page.items.map(toEntry),
      pageInfo: page.pageInfo,
      ...(request.totalItems === 'include' &&
        (await countUpToBound(
          knex,
          knex(TABLE).where({ postmortem_id: postmortem }).select('id'),
        ))),
    };
  }
}

function toEntry(row: HistoryRow): HistoryEntry {
  return {
    id: String(row.id),
    at: fromDbTime(row.at),
    actorRef: row.actor_ref,
    action: row.action as HistoryEntry['action'],
    field: row.field ?? undefined,
    before: fromJson(row.before),
    after: fromJson(row.after),
    reason: row.reason ?? undefined,
  };
}
