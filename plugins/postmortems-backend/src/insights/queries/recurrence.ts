import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  ContributingFactorCategory,
  Insights,
  InsightsGroups,
} from 'backstage-plugin-postmortems-common';
import { inByteOrder, laterOf, minutesBetween } from '../../kernel/db/dialect';
import { postmortemsIn } from './selection';
import type { InsightsRequest } from './selection';

/** The number of postmortems from which something counts as recurring. */
const AGAIN = 2;

/** Contributing factors with the same title in two or more postmortems. */
export async function readFactors(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<Insights['factors']> {
  const rows: { title: string; n: number | string }[] = await ofFactors(
    knex,
    request,
    now,
  )
    .groupBy('factor.title_key')
    .select({ title: knex.raw('min(?)', [inByteOrder(knex, 'factor.title')]) })
    .orderBy('n', 'desc')
    .orderBy('factor.title_key')
    .limit(LIMITS.insightsGroups + 1);
  return upToLimit(rows.map(({ title, n }) => ({ title, n: Number(n) })));
}

/** Categories of contributing factors in two or more postmortems. */
export async function readCategories(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<Insights['categories']> {
  const rows: { category: string; n: number | string }[] = await ofFactors(
    knex,
    request,
    now,
  )
    .whereNot('factor.category', '')
    .groupBy('factor.category')
    .select('factor.category')
    .orderBy('n', 'desc')
    .orderBy('factor.category');
  return rows.map(({ category, n }) => ({
    category: category as ContributingFactorCategory,
    n: Number(n),
  }));
}

function ofFactors(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Knex.QueryBuilder {
  return knex('postmortem_contributing_factors as factor')
    .whereIn(
      'factor.postmortem_id',
      postmortemsIn(knex, request, request.range, now).select('postmortems.id'),
    )
    .countDistinct({ n: 'factor.postmortem_id' })
    .havingRaw('count(distinct factor.postmortem_id) >= ?', [AGAIN]);
}

/** Entities with two or more incidents, and how long those lasted. Overlaps count once. */
export async function readEntities(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<Insights['entities']> {
  const incidents = postmortemsIn(knex, request, request.range, now).select(
    'postmortems.id',
    'postmortems.started_at',
    { ended_at: knex.raw('coalesce(postmortems.resolved_at, ?)', [now]) },
  );
  const affected = knex('incidents_in_range')
    .join('postmortem_entities as entity', {
      'entity.postmortem_id': 'incidents_in_range.id',
    })
    .select('entity_ref', 'started_at', 'ended_at', {
      // When the last of the entity's earlier incidents ended.
      covered_until: knex.raw(
        'coalesce(max(ended_at) over (partition by entity_ref order by started_at, id rows between unbounded preceding and 1 preceding), started_at)',
      ),
    });
  if (request.filter.entityRef) {
    affected.whereIn('entity_ref', request.filter.entityRef);
  }
  const rows: {
    entity_ref: string;
    n: number | string;
    minutes: number | string;
  }[] = await knex
    .with('incidents_in_range', incidents)
    .with('affected', affected)
    .with(
      'uncovered',
      knex('affected').select('entity_ref', 'ended_at', {
        from_then: laterOf(knex, 'started_at', 'covered_until'),
      }),
    )
    .from('uncovered')
    .groupBy('entity_ref')
    .havingRaw('count(*) >= ?', [AGAIN])
    .select('entity_ref', {
      minutes: knex.raw('sum(?)', [
        minutesBetween(knex, 'from_then', 'ended_at'),
      ]),
    })
    .count({ n: '*' })
    .orderBy('n', 'desc')
    .orderBy('minutes', 'desc')
    .orderByRaw(inByteOrder(knex, 'entity_ref'))
    .limit(LIMITS.insightsGroups + 1);
  return upToLimit(
    rows.map(row => ({
      entityRef: row.entity_ref,
      n: Number(row.n),
      minutesInIncident: Number(row.minutes),
    })),
  );
}

/** @param groups - up to one more than the limit, which shows that the list is truncated */
export function upToLimit<T>(groups: T[]): InsightsGroups<T> {
  return {
    groups: groups.slice(0, LIMITS.insightsGroups),
    truncated: groups.length > LIMITS.insightsGroups,
  };
}
