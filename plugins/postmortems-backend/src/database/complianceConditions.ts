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
import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';

/**
 * The compliance status as SQL conditions over the columns of `postmortems`, one per status.
 * They say the same as `complianceStatus` in the policy, which a test holds them to; being
 * plain comparisons, they run in the database and never load a document.
 *
 * @param now - the time to judge at
 */
export function complianceConditions(
  knex: Knex,
  now: Date,
): Record<ComplianceStatus, Knex.Raw> {
  const required = 'postmortems.required = ?';
  const waived = 'coalesce(postmortems.waived_until > ?, ?)';
  const binding = `${required} and not ${waived}`;
  const running = `${binding} and postmortems.completed_at is null`;
  const always = [true, now, false];

  return {
    'not-required': knex.raw(required, [false]),
    waived: knex.raw(`${required} and ${waived}`, always),
    pending: knex.raw(`${binding} and postmortems.due_at is null`, always),
    met: knex.raw(
      `${binding} and postmortems.completed_at <= postmortems.due_at`,
      always,
    ),
    late: knex.raw(
      `${binding} and postmortems.completed_at > postmortems.due_at`,
      always,
    ),
    overdue: knex.raw(`${running} and postmortems.due_order < ?`, [
      ...always,
      now,
    ]),
    'due-soon': knex.raw(
      `${running} and postmortems.due_order >= ? and postmortems.warn_at <= ?`,
      [...always, now, now],
    ),
    'on-track': knex.raw(
      `${running} and postmortems.due_order >= ? and postmortems.warn_at > ?`,
      [...always, now, now],
    ),
  };
}
