import type { Knex } from 'knex';
import type {
  ComplianceGroupBy,
  PostmortemFilter,
} from 'backstage-plugin-postmortems-common';
import { NO_GROUP, teamsOfWaiting, waitingIncidents } from '../incident/ports';
import type { Selection } from '../kernel/access/scopeSql';
import { inByteOrder, monthOf, quarterOf } from '../kernel/db/dialect';

/** What determines the groups of uncovered incidents. */
interface Request {
  groupBy: ComplianceGroupBy;
  filter: PostmortemFilter;
  rollUp: boolean;
  /** Ids of all severities, the most severe first. */
  severities: string[];
}

const COLUMNS = [
  'incidents.id',
  'incidents.started_at',
  'incidents.governing_severity',
];

/**
 * The incidents that need a postmortem and have none.
 *
 * @returns undefined if the filter has fields that incidents don't have
 */
export function uncoveredIncidents(
  knex: Knex,
  selection: Selection<PostmortemFilter>,
): Knex.QueryBuilder | undefined {
  return waitingIncidents(knex, selection)?.select(COLUMNS);
}

/** Selects the same columns, but no rows. */
export function noIncidents(knex: Knex): Knex.QueryBuilder {
  return knex('incidents').whereRaw('1 = 0').select(COLUMNS);
}

/**
 * Counts the incidents in the common table expression `waiting` by the same groups as postmortems.
 */
export function uncoveredGroups(
  knex: Knex,
  request: Request,
): Knex.QueryBuilder {
  const query = knex('waiting');
  const key = keyOf(knex, query, request);
  return query
    .select({ uncovered_key: key })
    .count({ uncovered: '*' })
    .min({ uncovered_rank: rank(knex, request.severities) })
    .groupByRaw('1');
}

/** The expression for an incident's group. Joins the table that it needs to the query. */
function keyOf(
  knex: Knex,
  query: Knex.QueryBuilder,
  { groupBy, filter, rollUp }: Request,
): Knex.Raw {
  switch (groupBy) {
    case 'team':
      query.join(
        teamsOfWaiting(knex, filter, rollUp).as('teams'),
        'teams.incident_id',
        'waiting.id',
      );
      return inByteOrder(knex, 'teams.team_ref');
    case 'entity':
      query.join('incident_entities', 'incident_id', 'waiting.id');
      if (filter.entityRef) query.whereIn('entity_ref', filter.entityRef);
      return inByteOrder(knex, 'entity_ref');
    case 'severity':
      return knex.raw(`coalesce(waiting.governing_severity, '${NO_GROUP}')`);
    case 'month':
      return monthOf(knex, 'waiting.started_at');
    default:
      return quarterOf(knex, 'waiting.started_at');
  }
}

/** An incident's rank, like `governing_rank` of postmortems. Incidents don't store it. */
function rank(knex: Knex, severities: string[]): Knex.Raw {
  const ranks = severities.map((_, index) => `when ? then ${index + 1}`);
  return knex.raw(
    `case waiting.governing_severity ${ranks.join(' ')} else ${
      severities.length + 1
    } end`,
    severities,
  );
}
