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
import type { DbTime } from './time';

const TABLE = 'postmortem_reminders';

interface ReminderRow {
  postmortem_id: number;
  look_at: DbTime;
}

/** Keeps when each postmortem, with its action items, is next looked at for reminders. */
export class DatabaseReminderStore {
  /** Has a postmortem looked at from that time on, whatever was planned. */
  async lookAt(tx: Knex, postmortem: number, time: Date): Promise<void> {
    await tx<ReminderRow>(TABLE)
      .insert({ postmortem_id: postmortem, look_at: time })
      .onConflict('postmortem_id')
      .merge();
  }

  /** Has every postmortem looked at that has something to come, as its rules have changed. */
  async lookAtAll(knex: Knex, time: Date): Promise<void> {
    await knex<ReminderRow>(TABLE)
      .where('look_at', '>', time)
      .update({ look_at: time });
  }

  /** Has a postmortem looked at no more, until something about it changes. */
  async forget(tx: Knex, postmortem: number): Promise<void> {
    await tx<ReminderRow>(TABLE).where({ postmortem_id: postmortem }).delete();
  }

  /** Postmortems to be looked at now, longest waiting first. */
  async due(knex: Knex, now: Date, limit: number): Promise<number[]> {
    const rows = await knex<ReminderRow>(TABLE)
      .where('look_at', '<=', now)
      .orderBy(['look_at', 'postmortem_id'])
      .limit(limit)
      .select('postmortem_id');
    return rows.map(row => row.postmortem_id);
  }

  /** Whether this one is to be looked at now, still. */
  async isDue(tx: Knex, postmortem: number, now: Date): Promise<boolean> {
    const row = await tx<ReminderRow>(TABLE)
      .where({ postmortem_id: postmortem })
      .where('look_at', '<=', now)
      .first('postmortem_id');
    return row !== undefined;
  }
}
