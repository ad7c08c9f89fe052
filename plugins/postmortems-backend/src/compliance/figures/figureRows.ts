import type { Knex } from 'knex';
import {
  complianceRate,
  complianceStatusSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ComplianceFigures,
  ComplianceGroup,
} from 'backstage-plugin-postmortems-common';
import { fromDbTime } from '../../kernel/db/time';
import type { DbTime } from '../../kernel/db/time';

export const STATUSES = complianceStatusSchema.options;

const HOUR_MS = 3_600_000;

/** The figures of a group, as the database returns them. */
export interface FiguresRow {
  /** Sort position of the group. 0 is the total, which comes first. */
  place: number | string;
  /** Null for groups without postmortems. */
  group_key: string | null;
  /** Null for groups without uncovered incidents. */
  uncovered_key: string | null;
  uncovered: number | string | null;
  total: number | string | null;
  last_started_at: DbTime | null;
  median_ms: number | string | null;
  by_exception: number | string | null;
  created_by_person: number | string | null;
  imported: number | string | null;
  deleted: number | string | null;
  [status: `status_${number}`]: number | string | null;
}

/** Queries for the figures, with the same columns in both. */
export interface FiguresQueries {
  /** Common table expressions that both need, by name. */
  shared: Record<string, Knex.QueryBuilder>;
  /** One row, with the total. */
  everything: Knex.QueryBuilder;
  /** One row per group. */
  groups: Knex.QueryBuilder;
  orderBy: keyof typeof ORDERS;
}

/** The key of a group with postmortems, uncovered incidents or both. */
export const ANY_KEY = 'coalesce(group_key, uncovered_key)';

/**
 * Groups that have uncovered incidents but no postmortems: by size they come last, by severity they
 * rank by their incidents' severity, and by time they sort by key.
 */
export const ORDERS = {
  largest: 'coalesce(total, 0) desc, coalesce(uncovered, 0) desc',
  mostSevere: 'coalesce(best_rank, uncovered_rank)',
  latest: `${ANY_KEY} desc`,
};

export function toGroup(
  row: FiguresRow,
  knowsUncovered: boolean,
): ComplianceGroup {
  const counts = zeroCounts();
  STATUSES.forEach((status, index) => {
    counts[status] = Number(row[`status_${index}`]);
  });
  return {
    key: row.group_key ?? row.uncovered_key ?? '',
    total: Number(row.total),
    counts,
    ...complianceRate(counts),
    byException: Number(row.by_exception),
    createdByPerson: Number(row.created_by_person),
    imported: Number(row.imported),
    deleted: Number(row.deleted),
    ...(knowsUncovered && { uncovered: Number(row.uncovered) }),
    medianHoursToPublish:
      row.median_ms === null ? undefined : Number(row.median_ms) / HOUR_MS,
    lastStartedAt: fromDbTime(row.last_started_at),
  };
}

function zeroCounts(): ComplianceFigures['counts'] {
  return Object.fromEntries(
    STATUSES.map(status => [status, 0]),
  ) as ComplianceFigures['counts'];
}

export function withoutKey({
  key,
  ...rest
}: ComplianceGroup): ComplianceFigures {
  return rest;
}
