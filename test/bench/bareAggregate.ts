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
import { median } from './median';

const RUNS = 15;

/**
 * How long the aggregate behind the compliance of all teams takes without anything around it.
 *
 * @returns the median in milliseconds
 */
export async function bareAggregate(knex: Knex): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await knex('postmortems')
      .join(
        'postmortem_teams',
        'postmortem_teams.postmortem_id',
        'postmortems.id',
      )
      .groupBy('postmortem_teams.team_ref')
      .select('postmortem_teams.team_ref')
      .count({ total: '*' })
      .max({ last: 'started_at' })
      .select(
        knex.raw(
          'sum(case when required and completed_at is not null and completed_at <= due_at then 1 else 0 end) as met',
        ),
        knex.raw(
          'sum(case when required and completed_at > due_at then 1 else 0 end) as late',
        ),
        knex.raw(
          'sum(case when required and completed_at is null and due_at < ? then 1 else 0 end) as overdue',
          [new Date()],
        ),
      );
    times.push(performance.now() - start);
  }
  return median(times);
}
