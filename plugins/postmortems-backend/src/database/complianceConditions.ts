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

const REQUIRED = 'postmortems.required = :yes';
const WAIVED = 'coalesce(postmortems.waived_until > :now, :no)';
const BINDING = `${REQUIRED} and not ${WAIVED}`;
const RUNNING = `${BINDING} and postmortems.completed_at is null`;
// Written so for the index that tells those of a severity apart by it.
const LATE = '(postmortems.completed_at > postmortems.due_at)';
const AHEAD = `${RUNNING} and postmortems.due_order >= :now`;

const CONDITIONS: Record<ComplianceStatus, string> = {
  'not-required': 'postmortems.required = :no',
  waived: `${REQUIRED} and ${WAIVED}`,
  pending: `${BINDING} and postmortems.due_at is null`,
  met: `${BINDING} and ${LATE} = :no`,
  late: `${BINDING} and ${LATE} = :yes`,
  overdue: `${RUNNING} and postmortems.due_order < :now`,
  'due-soon': `${AHEAD} and postmortems.warn_at <= :now`,
  'on-track': `${AHEAD} and postmortems.warn_at > :now`,
};

/**
 * A compliance status as SQL condition over the columns of `postmortems`. Together these say the same
 * as `complianceStatus` in the policy, which a test holds them to; being plain comparisons, they run
 * in the database and never load a document.
 *
 * @param now - the time to judge at
 */
export function complianceCondition(
  knex: Knex,
  status: ComplianceStatus,
  now: Date,
): Knex.Raw {
  return knex.raw(CONDITIONS[status], { now, yes: true, no: false });
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
