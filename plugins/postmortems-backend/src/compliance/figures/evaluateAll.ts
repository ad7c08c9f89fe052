import type { Knex } from 'knex';
import type {
  ComplianceGroupBy,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import { NO_GROUP } from '../../incident/ports';
import type { Selection } from '../../kernel/access/scopeSql';
import {
  inByteOrder,
  medianOf,
  millisecondsFrom,
  monthOf,
  quarterOf,
} from '../../kernel/db/dialect';
import { compliancePlace } from '../../postmortem/complianceConditions';
import { applyFilter } from '../../postmortem/filters';
import { TEAMLESS } from '../../postmortem/teamless';
import { GROUP_POSTMORTEMS, teamsFilter, withGroups } from '../../team/ports';
import { STATUSES } from './figureRows';
import type { FiguresQueries } from './figureRows';

/** The statuses that count in the on-time rate, as positions in `STATUSES`. */
const IN_RATE = (['met', 'late', 'overdue'] as const)
  .map(status => STATUSES.indexOf(status))
  .join();

/** How to group postmortems: key expression, join and order. */
interface Grouping {
  key: Knex.Raw;
  join?(query: Knex.QueryBuilder): void;
  orderBy: FiguresQueries['orderBy'];
}

/**
 * All groupings. A postmortem counts in the group of each of its teams or entities, except those
 * that the filter excludes.
 */
const GROUPINGS: Record<
  ComplianceGroupBy,
  (knex: Knex, filter: PostmortemFilter, rollUp: boolean) => Grouping
> = {
  team: (knex, { teamRef, subTeams }, rollUp) => ({
    key: inByteOrder(knex, `coalesce(teams.team_ref, '${NO_GROUP}')`),
    join: query => {
      const teams = rollUp
        ? withGroups(knex, GROUP_POSTMORTEMS, { teamRef, subTeams })
        : knex('postmortem_teams').select('postmortem_id', 'team_ref');
      if (teamRef && !rollUp) {
        teamsFilter(knex, teams, 'team_ref', teamRef, subTeams);
      }
      if (!teamRef || teamRef.includes(NO_GROUP)) {
        // Use the same definition as the filter for teamless postmortems, which only users or
        // nobody owns.
        teams.unionAll(
          knex('postmortems')
            .whereRaw(TEAMLESS)
            .select('postmortems.id', knex.raw('?', [NO_GROUP])),
        );
      }
      query.leftJoin(teams.as('teams'), 'teams.postmortem_id', 'judged.id');
    },
    orderBy: 'largest',
  }),
  entity: (knex, { entityRef }) => ({
    key: inByteOrder(knex, 'entities.entity_ref'),
    join: query => {
      query.join(
        { entities: 'postmortem_entities' },
        'entities.postmortem_id',
        'judged.id',
      );
      if (entityRef) query.whereIn('entities.entity_ref', entityRef);
    },
    orderBy: 'largest',
  }),
  severity: knex => ({
    key: knex.raw('judged.governing_severity'),
    orderBy: 'mostSevere',
  }),
  month: knex => ({
    key: monthOf(knex, 'judged.started_at'),
    orderBy: 'latest',
  }),
  quarter: knex => ({
    key: quarterOf(knex, 'judged.started_at'),
    orderBy: 'latest',
  }),
};

/** Evaluates every selected postmortem, and then counts in total and by group. */
export function evaluateAll(
  knex: Knex,
  request: Selection<PostmortemFilter> & {
    groupBy: ComplianceGroupBy;
    rollUp: boolean;
  },
  now: Date,
): FiguresQueries {
  const { groupBy, filter, rollUp } = request;
  const { key, join, orderBy } = GROUPINGS[groupBy](knex, filter, rollUp);
  const groups = figures(knex, key).groupByRaw('1');
  join?.(groups);
  return {
    shared: { judged: judged(knex, request, now) },
    everything: figures(knex, knex.raw(`cast('' as varchar(16))`)),
    groups,
    orderBy,
  };
}

/** The selected postmortems, each with the position of its compliance status. */
function judged(
  knex: Knex,
  selection: Selection<PostmortemFilter>,
  now: Date,
): Knex.QueryBuilder {
  const query = knex('postmortems').select(
    'postmortems.id',
    'started_at',
    'governing_severity',
    'governing_rank',
    'origin',
    'exceptions',
    'deletions',
    {
      publish_ms: millisecondsFrom(knex, 'resolved_at', 'published_at'),
      status: compliancePlace(knex, now),
    },
  );
  applyFilter(knex, query, selection, now);
  return query;
}

function figures(knex: Knex, key: Knex.Raw): Knex.QueryBuilder {
  return knex('judged')
    .select({ group_key: key, median_ms: medianOf(knex, 'judged.publish_ms') })
    .count({ total: '*' })
    .max({ last_started_at: 'judged.started_at' })
    .min({ best_rank: 'judged.governing_rank' })
    .sum({ deleted: 'judged.deletions' })
    .select(
      knex.raw(
        `count(*) filter (where judged.exceptions > 0 and judged.status in (${IN_RATE})) as by_exception`,
      ),
      knex.raw(
        `count(*) filter (where judged.origin = 'person') as created_by_person`,
      ),
      knex.raw(`count(*) filter (where judged.origin = 'import') as imported`),
    )
    .select(
      STATUSES.map((_, index) =>
        knex.raw(
          `count(*) filter (where judged.status = ${index}) as status_${index}`,
        ),
      ),
    );
}
