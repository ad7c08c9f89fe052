import type { Knex } from 'knex';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';

const REQUIRED = 'postmortems.required = :yes';
const WAIVED = 'coalesce(postmortems.waived_until > :now, :no)';
const BINDING = `${REQUIRED} and not ${WAIVED}`;
const RUNNING = `${BINDING} and postmortems.completed_at is null`;
// Must match the expression in the index by severity.
const LATE = '(postmortems.completed_at > postmortems.due_at)';
const AHEAD = `${RUNNING} and postmortems.due_order >= :now`;

const CONDITIONS: Record<ComplianceStatus, string> = {
  'not-required': 'postmortems.required = :no',
  // Imported claims set `waived_until` to the far future, which excludes them from the other
  // conditions. That's why only `waived` and `claimed` check the column `claimed`.
  waived: `${REQUIRED} and ${WAIVED} and postmortems.claimed = :no`,
  claimed: `${REQUIRED} and postmortems.claimed = :yes`,
  pending: `${BINDING} and postmortems.due_at is null`,
  met: `${BINDING} and ${LATE} = :no`,
  late: `${BINDING} and ${LATE} = :yes`,
  overdue: `${RUNNING} and postmortems.due_order < :now`,
  'due-soon': `${AHEAD} and postmortems.warn_at <= :now`,
  'on-track': `${AHEAD} and postmortems.warn_at > :now`,
};

/**
 * A compliance status as an SQL condition over `postmortems`. Plain comparisons let the database
 * evaluate it without loading postmortems. Must agree with `complianceStatus` in the policy; a test
 * compares the two.
 *
 * @param now - reference time
 */
export function complianceCondition(
  knex: Knex,
  status: ComplianceStatus,
  now: Date,
): Knex.Raw {
  return knex.raw(CONDITIONS[status], { now, yes: true, no: false });
}

/** Counts the selected postmortems by compliance status, including statuses that none has. */
export async function countByStatus(
  knex: Knex,
  postmortems: Knex.QueryBuilder,
  now: Date,
): Promise<Record<ComplianceStatus, number>> {
  const judged = postmortems.select({ place: compliancePlace(knex, now) });
  const rows: { place: number; count: number | string }[] = await knex
    .from(judged.as('judged'))
    .groupBy('place')
    .select('place')
    .count({ count: '*' });
  const counts = new Map(
    rows.map(row => [Number(row.place), Number(row.count)]),
  );
  return Object.fromEntries(
    complianceStatusSchema.options.map((status, place) => [
      status,
      counts.get(place) ?? 0,
    ]),
  ) as Record<ComplianceStatus, number>;
}

/**
 * The compliance status as a single SQL expression over `postmortems`, for counting. Each row is
 * tested only until a condition matches.
 *
 * @param now - reference time
 * @returns the status as its position in `complianceStatusSchema`
 */
export function compliancePlace(knex: Knex, now: Date): Knex.Raw {
  return firstMatch(knex, now, status =>
    complianceStatusSchema.options.indexOf(status),
  );
}

/** Like {@link compliancePlace}, but returns the name of the status. */
export function complianceName(knex: Knex, now: Date): Knex.Raw {
  return firstMatch(knex, now, status => `'${status}'`);
}

function firstMatch(
  knex: Knex,
  now: Date,
  toSql: (status: ComplianceStatus) => number | string,
): Knex.Raw {
  const questions: [condition: string, status: ComplianceStatus][] = [
    ['not postmortems.required', 'not-required'],
    ['postmortems.claimed', 'claimed'],
    ['postmortems.waived_until > :now', 'waived'],
    ['postmortems.due_at is null', 'pending'],
    ['postmortems.completed_at <= postmortems.due_at', 'met'],
    ['postmortems.completed_at is not null', 'late'],
    ['postmortems.due_at < :now', 'overdue'],
    ['postmortems.warn_at <= :now', 'due-soon'],
  ];
  return knex.raw(
    `case ${questions
      .map(([condition, status]) => `when ${condition} then ${toSql(status)}`)
      .join(' ')} else ${toSql('on-track')} end`,
    { now },
  );
}
