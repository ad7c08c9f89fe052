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

const TABLE = 'postmortem_watchers';

/** Keeps who watches which postmortem. */
export class DatabaseWatcherStore {
  async list(tx: Knex, postmortem: number): Promise<string[]> {
    const rows = await tx(TABLE)
      .where({ postmortem_id: postmortem })
      .orderBy('user_ref')
      .select('user_ref');
    return rows.map(row => row.user_ref);
  }

  async add(tx: Knex, postmortem: number, userRef: string): Promise<void> {
    await tx(TABLE)
      .insert({ postmortem_id: postmortem, user_ref: userRef })
      .onConflict(['postmortem_id', 'user_ref'])
      .ignore();
  }

  async remove(tx: Knex, postmortem: number, userRef: string): Promise<void> {
    await tx(TABLE)
      .where({ postmortem_id: postmortem, user_ref: userRef })
      .delete();
  }
}
