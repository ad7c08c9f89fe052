import type { Knex } from 'knex';
import { complianceStatusSchema } from 'backstage-plugin-postmortems-common';
import type {
  DurationKind,
  InsightsFilter,
  InsightsInterval,
  InsightsRange,
} from 'backstage-plugin-postmortems-common';
import type { Selection } from '../../kernel/access/scopeSql';
import { millisecondsOf, orElse } from '../../kernel/db/dialect';
import { readColumns } from '../../kernel/db/readColumns';
import { compliancePlace } from '../../postmortem/complianceConditions';
import { durationMsOf } from '../../postmortem/durations';
import { applyFilter } from '../../postmortem/filters';
import { MISSING } from '../rules/selected';
import type { Selected } from '../rules/selected';

/** A request for insights, with normalized filters. */
export interface InsightsRequest extends Selection<InsightsFilter> {
  interval: InsightsInterval;
  range: InsightsRange;
  previousRange: InsightsRange;
}

/** The {@link Selected} as columns. */
interface Columns extends Record<DurationKind, number> {
  id: number;
  startedAt: number;
  severity: string;
  rank: number;
  /** The position in `complianceStatusSchema`. */
  status: number;
  /** The sum of the {@link TRAITS} that apply. Each further column costs time. */
  traits: number;
  deletions: number;
}

const TRAITS = {
  isResolved: 1,
  isFalseAlarm: 2,
  createdByPerson: 4,
  hasExceptions: 8,
};

const CONDITIONS: Record<keyof typeof TRAITS, string> = {
  isResolved: 'postmortems.resolved_at is not null',
  isFalseAlarm: `postmortems.outcome = 'false-alarm'`,
  createdByPerson: `postmortems.origin = 'person'`,
  hasExceptions: 'postmortems.exceptions > 0',
};

/**
 * Reads the postmortems of a range, as the list of the caller has them. Everything else is read by
 * their ids, so that the filter and the caller's access are applied once.
 */
export async function readSelected(
  knex: Knex,
  { filter, visible }: InsightsRequest,
  range: InsightsRange,
  now: Date,
): Promise<Selected[]> {
  const query = knex('postmortems');
  applyFilter(knex, query, { visible, filter: { ...filter, ...range } }, now);
  const duration = (kind: DurationKind) =>
    orElse(knex, durationMsOf(knex, kind), MISSING);
  const columns = await readColumns<Columns>(knex, query, {
    id: 'postmortems.id',
    startedAt: millisecondsOf(knex, 'postmortems.started_at'),
    detect: duration('detect'),
    mitigate: duration('mitigate'),
    resolve: duration('resolve'),
    publish: duration('publish'),
    severity: 'postmortems.governing_severity',
    rank: 'postmortems.governing_rank',
    status: compliancePlace(knex, now),
    traits: knex.raw(
      Object.entries(CONDITIONS)
        .map(
          ([name, condition]) =>
            `case when ${condition} then ${
              TRAITS[name as keyof typeof TRAITS]
            } else 0 end`,
        )
        .join(' + '),
    ),
    deletions: 'postmortems.deletions',
  });
  return columns.id.map((id, index) => {
    const traits = columns.traits[index];
    return {
      id,
      startedAt: columns.startedAt[index],
      detect: columns.detect[index],
      mitigate: columns.mitigate[index],
      resolve: columns.resolve[index],
      publish: columns.publish[index],
      severity: columns.severity[index],
      rank: columns.rank[index],
      status: complianceStatusSchema.options[columns.status[index]],
      isResolved: hasTrait(traits, TRAITS.isResolved),
      isFalseAlarm: hasTrait(traits, TRAITS.isFalseAlarm),
      createdByPerson: hasTrait(traits, TRAITS.createdByPerson),
      hasExceptions: hasTrait(traits, TRAITS.hasExceptions),
      deletions: columns.deletions[index],
    };
  });
}

function hasTrait(traits: number, trait: number): boolean {
  return Math.floor(traits / trait) % 2 === 1;
}
