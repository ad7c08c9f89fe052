/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Knex } from 'knex';
import type {
  IncidentStanding,
  Page,
} from 'backstage-plugin-postmortems-common';
import type { Which } from '../access/Access';
import { countUpToBound } from './count';
import { teamsFilter } from './DatabaseTeamStore';
import { applyKeyset, decodeCursor, toPage } from './keyset';
import type { Order } from './keyset';
import { fromDbTime } from './time';
import type { DbTime } from './time';
import { whereAmong, whereIncidentAmong } from './visibility';
import type { Selection } from './visibility';

const LATEST_FIRST: Order = {
  name: 'latest-first',
  column: 'incidents.started_at',
  idColumn: 'incidents.id',
  direction: 'desc',
  toDb: value => new Date(value),
};

/** Which incidents to list. */
export interface IncidentFilter {
  entityRef?: string[];
  teamRef?: string[];
  subTeams?: 'include' | 'exclude';
  source?: string[];
  standing: IncidentStanding[];
  startedAfter?: string;
}

/** Finds incidents, those that started last first. */
export class DatabaseIncidentList {
  /** The rows of a page. */
  async list(
    knex: Knex,
    request: Selection<IncidentFilter> & {
      limit: number;
      cursor?: string;
      totalItems: 'include' | 'exclude';
    },
  ): Promise<Page<number>> {
    const matching = () => {
      const query = knex('incidents').whereIn(
        'standing',
        request.filter.standing,
      );
      applyFilter(knex, query, request);
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

  /** Whether there is an incident that the caller sees. */
  async has(knex: Knex, rowId: number, visible: Which): Promise<boolean> {
    const query = knex('incidents').where('incidents.id', rowId);
    whereSeen(knex, query, visible);
    return Boolean(await query.first('incidents.id'));
  }
}

/** What a postmortem covers is seen by whom that is seen by. */
function whereSeen(knex: Knex, query: Knex.QueryBuilder, visible: Which): void {
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

function applyFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, visible }: Selection<IncidentFilter>,
): void {
  const { entityRef, teamRef, subTeams, source, startedAfter } = filter;
  whereSeen(knex, query, visible);
  if (source) query.whereIn('incidents.source', source);
  if (startedAfter) {
    query.where('incidents.started_at', '>=', new Date(startedAfter));
  }
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
          knex('incident_teams').select('incident_id'),
        );
      }
    });
  }
}
