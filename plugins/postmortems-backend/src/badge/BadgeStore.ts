import type { Knex } from 'knex';
import { complianceRate } from 'backstage-plugin-postmortems-common';
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import { INTERNAL } from '../kernel/access/internal';
import type { DbTime } from '../kernel/db/time';
import {
  complianceCondition,
  countByStatus,
} from '../postmortem/complianceConditions';
import { applyFilter } from '../postmortem/filters';

/**
 * Reads the figures on badges. Badges have no known reader, so restricted postmortems never count.
 */
export class BadgeStore {
  /** When the last incident of a severity started that was no false alarm. */
  async lastIncident(
    knex: Knex,
    filter: { entityRef: string; severity: string },
    now: Date,
  ): Promise<Date | undefined> {
    const { entityRef, severity } = filter;
    const [{ last }]: { last: DbTime | null }[] = await internal(
      knex,
      { entityRef: [entityRef], severity: [severity], outcome: ['incident'] },
      now,
    ).max({ last: 'started_at' });
    return last === null ? undefined : new Date(last);
  }

  async open(
    knex: Knex,
    entityRef: string,
    now: Date,
  ): Promise<{ open: number; overdue: number }> {
    const overdue = complianceCondition(knex, 'overdue', now);
    const [row]: Record<'open' | 'overdue', number | string>[] = await internal(
      knex,
      { entityRef: [entityRef], status: ['draft', 'in-review'] },
      now,
    )
      .count({ open: '*' })
      .select(knex.raw('count(*) filter (where ?) as overdue', [overdue]));
    return { open: Number(row.open), overdue: Number(row.overdue) };
  }

  /** How many postmortems were due, and how many of them were on time. */
  async onTime(
    knex: Knex,
    entityRef: string,
    now: Date,
  ): Promise<{ met: number; due: number }> {
    const counts = await countByStatus(
      knex,
      internal(knex, { entityRef: [entityRef] }, now),
      now,
    );
    return { met: counts.met, due: complianceRate(counts).due };
  }
}

function internal(
  knex: Knex,
  filter: PostmortemFilter,
  now: Date,
): Knex.QueryBuilder {
  const query = knex('postmortems');
  applyFilter(knex, query, { filter, visible: INTERNAL }, now);
  return query;
}
