import type { Knex } from 'knex';
import type {
  IncidentDisposition,
  Page,
} from 'backstage-plugin-postmortems-common';
import type { Scope } from '../kernel/access/Access';
import { countUpToBound } from '../kernel/db/count';
import { teamsFilter } from '../team/ports';
import { applyKeyset, decodeCursor, toPage } from '../kernel/db/keyset';
import type { Order } from '../kernel/db/keyset';
import { fromDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';
import { parseQuery } from '../search/ports';
import type { SearchTerm } from '../search/ports';
import { whereAmong } from '../postmortem/accessFields';
import { whereIncidentAmong } from './accessFields';
import type { Selection } from '../kernel/access/scopeSql';

const LATEST_FIRST: Order = {
  name: 'latest-first',
  column: 'incidents.started_at',
  idColumn: 'incidents.id',
  direction: 'desc',
  toDb: value => new Date(value),
};

export interface IncidentFilter {
  entityRef?: string[];
  teamRef?: string[];
  subTeams?: 'include' | 'exclude';
  source?: string[];
  disposition: IncidentDisposition[];
  leftOut?: 'true';
  startedAfter?: string;
  startedBefore?: string;
  resolved?: 'true' | 'false';
  resolvedAfter?: string;
  severity?: string[];
  q?: string;
}

/** Lists incidents, most recently started first. */
export class IncidentList {
  async list(
    knex: Knex,
    request: Selection<IncidentFilter> & {
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
  ): Promise<Page<number>> {
    const matching = () => {
      const query = knex('incidents');
      applyIncidentFilter(knex, query, request);
      return query;
    };
    const cursor = decodeCursor(request.cursor, LATEST_FIRST.name);
    const query = matching().select<{ id: number; started_at: DbTime }[]>(
      'incidents.id',
      'incidents.started_at',
    );
    applyKeyset(query, LATEST_FIRST, cursor, request.limit);
    const { items, pageInfo } = toPage(await query, {
      order: LATEST_FIRST,
      cursor,
      limit: request.limit,
      place: row => ({ id: row.id, value: fromDbTime(row.started_at) }),
    });
    return {
      items: items.map(row => row.id),
      pageInfo,
      ...(request.totalItems === 'include' &&
        (await countUpToBound(knex, matching().select('incidents.id')))),
    };
  }

  /** Whether an incident exists and is visible to the caller. */
  async has(knex: Knex, rowId: number, visible: Scope): Promise<boolean> {
    const query = knex('incidents').where('incidents.id', rowId);
    whereSeen(knex, query, visible);
    return Boolean(await query.first('incidents.id'));
  }
}

/** An incident with a postmortem is visible to everyone who can see that postmortem. */
function whereSeen(knex: Knex, query: Knex.QueryBuilder, visible: Scope): void {
  query.where(any => {
    any.where(own => {
      own.whereNull('incidents.postmortem_id');
      whereIncidentAmong(own, visible);
    });
    const postmortem = knex('postmortems')
      .select('postmortems.id')
      .whereRaw('postmortems.id = incidents.postmortem_id');
    whereAmong(postmortem, visible);
    any.orWhereExists(postmortem);
  });
}

/**
 * Matches titles and keys with `like`. The other filters leave few incidents, so they need no
 * full-text index.
 */
function whereContains(any: Knex.QueryBuilder, { words }: SearchTerm): void {
  // In `like`, `_` matches any one character, such as the hyphen in `INC-7`.
  const pattern = `%${words.join('_')}%`;
  for (const column of ['incidents.title', 'incidents.incident_key']) {
    any.orWhereRaw('lower(??) like ?', [column, pattern]);
  }
}

/** Restricts a query over `incidents` to the filter and the caller's access. */
export function applyIncidentFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, visible }: Selection<IncidentFilter>,
): void {
  const { entityRef, teamRef, subTeams, source } = filter;
  const { startedAfter, startedBefore, resolved, resolvedAfter } = filter;
  query.whereIn('disposition', filter.disposition);
  whereSeen(knex, query, visible);
  // The same condition as in a partial index, so that the database can use the index.
  if (filter.leftOut) query.whereNotNull('incidents.left_out');
  if (source) query.whereIn('incidents.source', source);
  if (startedAfter) {
    query.where('incidents.started_at', '>=', new Date(startedAfter));
  }
  if (startedBefore) {
    query.where('incidents.started_at', '<', new Date(startedBefore));
  }
  if (resolved === 'true') query.whereNotNull('incidents.resolved_at');
  if (resolved === 'false') query.whereNull('incidents.resolved_at');
  if (resolvedAfter) {
    query.where(any =>
      any
        .whereNull('incidents.resolved_at')
        .orWhere('incidents.resolved_at', '>=', new Date(resolvedAfter)),
    );
  }
  if (filter.severity) {
    const { severity } = filter;
    query.where(any => {
      any.whereIn('incidents.governing_severity', severity);
      if (severity.includes('none')) {
        any.orWhereNull('incidents.governing_severity');
      }
    });
  }
  const { required, excluded } = parseQuery(filter.q ?? '');
  for (const term of required) query.where(any => whereContains(any, term));
  for (const term of excluded) query.whereNot(any => whereContains(any, term));
  if (entityRef) {
    query.whereIn(
      'incidents.id',
      knex('incident_entities')
        .select('incident_id')
        .whereIn('entity_ref', entityRef),
    );
  }
  if (teamRef) {
    const teams = knex('incident_teams').select('incident_id');
    teamsFilter(knex, teams, 'team_ref', teamRef, subTeams);
    query.where(any => {
      any.whereIn('incidents.id', teams);
      if (teamRef.includes('none')) {
        any.orWhereNotIn(
          'incidents.id',
          knex('incident_teams')
            .select('incident_id')
            .whereLike('team_ref', 'group:%'),
        );
      }
    });
  }
}
