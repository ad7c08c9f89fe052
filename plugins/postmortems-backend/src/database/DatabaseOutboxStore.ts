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
import type { PostmortemEvent } from 'backstage-plugin-postmortems-common';
import { claimRows } from './claims';
import type { Claim } from './claims';
import { insertAll } from './insertAll';

const TABLE = 'postmortem_outbox';

interface OutboxRow {
  id: number | string;
  event: string;
}

/** An event that one instance has taken on to tell. */
export interface ClaimedEvent {
  rowId: number | string;
  event: PostmortemEvent;
}

/** Keeps the events of changes from their commit until they are told. */
export class DatabaseOutboxStore {
  async add(tx: Knex, events: PostmortemEvent[]): Promise<void> {
    await insertAll(
      tx,
      TABLE,
      events.map(event => ({ event: JSON.stringify(event) })),
    );
  }

  /**
   * Takes on the oldest events that nobody else is telling. What is not removed soon is taken on
   * again.
   */
  async claim(knex: Knex, claim: Claim): Promise<ClaimedEvent[]> {
    const rows = await claimRows<OutboxRow>(knex, TABLE, claim, events =>
      events.orderBy('id').select('id', 'event'),
    );
    return rows.map(row => ({ rowId: row.id, event: JSON.parse(row.event) }));
  }

  /** Forgets what was told. */
  async remove(knex: Knex, told: ClaimedEvent[]): Promise<void> {
    await knex(TABLE)
      .whereIn(
        'id',
        told.map(({ rowId }) => rowId),
      )
      .delete();
  }
}
