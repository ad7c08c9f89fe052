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
import type { PostmortemFilter } from 'backstage-plugin-postmortems-common';
import { complianceCondition } from './complianceConditions';
import { whereOfTeams } from './DatabaseTeamStore';
import type { TeamSearch } from './DatabaseTeamStore';
import { whereTerms } from './terms';
import { whereAmong } from './visibility';
import type { Selection } from './visibility';

/**
 * Restricts a query over `postmortems` to what the filter lets through of what the caller sees:
 * different filters must all hold, several values of one mean any of them.
 *
 * @param query - changed in place
 * @param now - the time at which compliance is judged
 * @param search - how to find those of teams
 */
export function applyFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, visible }: Selection<PostmortemFilter>,
  now: Date,
  search: TeamSearch = 'list',
): void {
  whereAmong(query, visible);
  const {
    entityRef,
    ownerRef,
    severity,
    status,
    complianceStatus,
    outcome,
    begun,
    label,
    startedAfter,
    startedBefore,
    dueBefore,
    q,
  } = filter;

  // As lists of ids, not as correlated subqueries: SQLite would run those once per row.
  const idsIn = (table: string, column: string, values: string[]) =>
    knex(table).select('postmortem_id').whereIn(column, values);

  if (entityRef) {
    query.whereIn(
      'postmortems.id',
      idsIn('postmortem_entities', 'entity_ref', entityRef),
    );
  }
  if (label) {
    query.whereIn('postmortems.id', idsIn('postmortem_labels', 'label', label));
  }
  whereOfTeams(
    knex,
    query,
    {
      table: 'postmortem_teams',
      column: 'postmortem_id',
      id: 'postmortems.id',
    },
    filter,
    search,
  );
  if (ownerRef) {
    query.where(any => {
      any.whereIn('postmortems.owner_ref', ownerRef);
      if (ownerRef.includes('none')) any.orWhereNull('postmortems.owner_ref');
    });
  }
  if (severity) query.whereIn('postmortems.governing_severity', severity);
  if (status) query.whereIn('postmortems.status', status);
  if (outcome) query.whereIn('postmortems.outcome', outcome);
  if (begun === 'true') query.where('postmortems.begun', true);
  // Written so for the index over the few that nobody has begun.
  if (begun === 'false') query.whereRaw('not postmortems.begun');
  if (complianceStatus) {
    query.where(any => {
      for (const each of complianceStatus) {
        any.orWhere(complianceCondition(knex, each, now));
      }
    });
  }
  if (startedAfter) {
    query.where('postmortems.started_at', '>=', new Date(startedAfter));
  }
  if (startedBefore) {
    query.where('postmortems.started_at', '<', new Date(startedBefore));
  }
  if (dueBefore) query.where('postmortems.due_at', '<', new Date(dueBefore));
  whereTerms(knex, query, 'postmortems', q);
}
