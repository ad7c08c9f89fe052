import type { Knex } from 'knex';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  FalseAlarmGroup,
  InsightsGroups,
} from 'backstage-plugin-postmortems-common';
import { inByteOrder } from '../../kernel/db/dialect';
import { upToLimit } from './recurrence';
import { postmortemsIn } from './selection';
import type { InsightsRequest } from './selection';

/** Entities and sources with false alarms. */
export async function readFalseAlarms(
  knex: Knex,
  request: InsightsRequest,
  now: Date,
): Promise<{
  entities: InsightsGroups<FalseAlarmGroup>;
  sources: InsightsGroups<FalseAlarmGroup>;
}> {
  const entities = knex('judged').join('postmortem_entities as entity', {
    'entity.postmortem_id': 'judged.id',
  });
  if (request.filter.entityRef) {
    entities.whereIn('entity.entity_ref', request.filter.entityRef);
  }
  const sources = knex('judged').leftJoin(
    knex('incidents')
      .distinct('postmortem_id', 'source')
      .whereNotNull('postmortem_id')
      .as('origin'),
    { 'origin.postmortem_id': 'judged.id' },
  );
  const groups = async (query: Knex.QueryBuilder, key: string) => {
    const rows: Record<keyof FalseAlarmGroup, string | number>[] = await query
      .with(
        'judged',
        postmortemsIn(knex, request, request.range, now).select(
          'postmortems.id',
          'postmortems.outcome',
        ),
      )
      .select({ key: inByteOrder(knex, key) })
      .count({ n: '*' })
      .select({
        falseAlarms: knex.raw(
          `count(*) filter (where judged.outcome = 'false-alarm')`,
        ),
      })
      .groupByRaw('1')
      .havingRaw(`count(*) filter (where judged.outcome = 'false-alarm') > 0`)
      .orderBy('falseAlarms', 'desc')
      .orderBy('n', 'desc')
      .orderByRaw('1')
      .limit(LIMITS.insightsGroups + 1);
    return upToLimit(
      rows.map(row => ({
        key: String(row.key),
        n: Number(row.n),
        falseAlarms: Number(row.falseAlarms),
      })),
    );
  };
  return {
    entities: await groups(entities, 'entity.entity_ref'),
    sources: await groups(sources, `coalesce(origin.source, 'none')`),
  };
}
