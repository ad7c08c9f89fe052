import type { Knex } from 'knex';
import { median } from './median';

const RUNS = 15;

/**
 * Measures the bare SQL aggregate of the compliance report.
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
