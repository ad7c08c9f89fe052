import type { Knex } from 'knex';
import { durationKindSchema } from 'backstage-plugin-postmortems-common';
import type {
  DurationInsight,
  DurationKind,
} from 'backstage-plugin-postmortems-common';
import { monthOf, quarterOf } from '../../kernel/db/dialect';
import { durationOf } from '../../postmortem/durations';
import { periodsOf } from '../rules/ranges';
import { bothRanges, isInRange, postmortemsIn } from './selection';
import type { InsightsRequest } from './selection';
import { selectSpread, toSpread } from './spread';
import type { SpreadRow } from './spread';

const KINDS = durationKindSchema.options;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Where the buckets of incident times start, in minutes. */
const INCIDENT_BUCKETS = [
  0,
  5,
  15,
  30,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  DAY,
  3 * DAY,
];

/** Where the buckets of each duration start, in minutes. */
const BUCKETS: Record<DurationKind, number[]> = {
  detect: INCIDENT_BUCKETS,
  mitigate: INCIDENT_BUCKETS,
  resolve: INCIDENT_BUCKETS,
  publish: [0, 1, 2, 3, 5, 7, 14, 30].map(days => days * DAY),
};

interface PartRow extends SpreadRow {
  part: 'range' | 'period' | 'bucket';
  kind: DurationKind;
  is_current: number | string;
  /** The period or the number of the bucket. */
  key: string;
}

/**
 * Reads all durations in one pass.
 *
 * @param total - number of postmortems in the range
 */
export async function readDurations(
  knex: Knex,
  request: InsightsRequest,
  total: number,
  now: Date,
): Promise<DurationInsight[]> {
  const rows = await readParts(knex, request, now);
  const find = (kind: DurationKind, wanted: Partial<PartRow>) =>
    rows.find(
      row =>
        row.kind === kind &&
        row.part === wanted.part &&
        Number(row.is_current) === wanted.is_current &&
        row.key === wanted.key,
    );
  const periods = periodsOf(request.range, request.interval);
  return KINDS.map(kind => {
    const spread = toSpread(
      find(kind, { part: 'range', is_current: 1, key: '' }),
    );
    return {
      kind,
      ...spread,
      leftOut: total - spread.n,
      previous: toSpread(find(kind, { part: 'range', is_current: 0, key: '' })),
      buckets: BUCKETS[kind].map((atLeast, index) => ({
        atLeast,
        below: BUCKETS[kind][index + 1],
        n: Number(
          find(kind, { part: 'bucket', is_current: 1, key: String(index) })
            ?.n ?? 0,
        ),
      })),
      periods: periods.map(each => ({
        ...each,
        ...toSpread(
          find(kind, { part: 'period', is_current: 1, key: each.period }),
        ),
      })),
    };
  });
}

async function readParts(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<PartRow[]> {
  const timed = postmortemsIn(knex, request, bothRanges(request), now).select({
    is_current: isInRange(knex, request),
    period: (request.interval === 'month' ? monthOf : quarterOf)(
      knex,
      'postmortems.started_at',
    ),
    ...Object.fromEntries(
      KINDS.map(kind => [`${kind}_minutes`, durationOf(knex, kind)]),
    ),
  });
  const [first, ...others] = KINDS.map(kind =>
    knex('timed')
      .whereNotNull(`${kind}_minutes`)
      .select('is_current', 'period', {
        kind: text(knex, kind),
        minutes: `${kind}_minutes`,
        bucket: knex.raw(bucketOf(kind)),
      }),
  );
  const part = (name: PartRow['part'], key: Knex.Raw) => {
    const query = knex('durations')
      .select('kind', 'is_current', { part: text(knex, name), key })
      .groupBy('kind', 'is_current');
    selectSpread(knex, query, 'minutes');
    return query;
  };
  return knex
    .withMaterialized('timed', timed)
    .withMaterialized('durations', first.unionAll(others))
    .select('*')
    .from(part('range', text(knex, '')).as('ranges'))
    .unionAll([
      part('period', knex.raw('period'))
        .groupBy('period')
        .where('is_current', 1),
      part('bucket', knex.raw('cast(bucket as varchar(8))'))
        .groupBy('bucket')
        .where('is_current', 1),
    ]);
}

/**
 * A text constant, written into the SQL because PostgreSQL doesn't know the type of a bound value.
 */
function text(knex: Knex, constant: PartRow['part'] | DurationKind | '') {
  return knex.raw(`cast('${constant}' as varchar(8))`);
}

/** The number of the bucket that contains a duration. */
function bucketOf(kind: DurationKind): string {
  const [, ...ends] = BUCKETS[kind];
  return `case ${ends
    .map((end, index) => `when ${kind}_minutes < ${end} then ${index}`)
    .join(' ')} else ${ends.length} end`;
}
