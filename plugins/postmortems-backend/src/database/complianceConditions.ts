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
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
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

/**
 * The compliance status as one SQL expression over the columns of `postmortems`, for counting all
 * of them: each question is asked only of those that none before it has decided.
 *
 * @param now - the time to judge at
 * @returns the place of the status among those of `complianceStatusSchema`
 */
export function compliancePlace(knex: Knex, now: Date): Knex.Raw {
  const questions: [condition: string, status: ComplianceStatus][] = [
    ['not postmortems.required', 'not-required'],
    ['postmortems.waived_until > :now', 'waived'],
    ['postmortems.due_at is null', 'pending'],
    ['postmortems.completed_at <= postmortems.due_at', 'met'],
    ['postmortems.completed_at is not null', 'late'],
    ['postmortems.due_at < :now', 'overdue'],
    ['postmortems.warn_at <= :now', 'due-soon'],
  ];
  const place = (status: ComplianceStatus) =>
    complianceStatusSchema.options.indexOf(status);
  return knex.raw(
    `case ${questions
      .map(([condition, status]) => `when ${condition} then ${place(status)}`)
      .join(' ')} else ${place('on-track')} end`,
    { now },
  );
}
