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
  PostmortemCondition,
  PostmortemCriteria,
} from 'backstage-plugin-postmortems-node';
import type { Which } from '../access/Access';

/** Which rows a request is about: those that a filter lets through, of what the caller sees. */
export interface Selection<F> {
  filter: F;
  visible: Which;
}

type WhereAnyOf = (
  knex: Knex,
  query: Knex.QueryBuilder,
  values: string[],
) => void;

/** Whose rows a join table is about. */
interface Of {
  id: string;
  reference: string;
}

const POSTMORTEM: Of = { id: 'postmortems.id', reference: 'postmortem_id' };
const INCIDENT: Of = { id: 'incidents.id', reference: 'incident_id' };

type Fields = Record<PostmortemCondition['field'], WhereAnyOf>;

function column(name: string): WhereAnyOf {
  return (_knex, query, values) => query.whereIn(name, values);
}

function nullable(name: string): WhereAnyOf {
  // Null is neither in a list nor not in it; what has none must be found by "not".
  return (_knex, query, values) =>
    query.whereNotNull(name).whereIn(name, values);
}

function joined(table: string, name: string, of: Of = POSTMORTEM): WhereAnyOf {
  // SQLite looks only for the few rows that no condition before this lets through. PostgreSQL
  // chooses how to look; a list of ids it takes for dearer than reading whole tables.
  return (knex, query, values) =>
    query.whereExists(
      knex(table)
        .select(of.reference)
        .whereRaw('?? = ??', [`${table}.${of.reference}`, of.id])
        .whereIn(`${table}.${name}`, values),
    );
}

/** Where an incident has no postmortem, nobody has these parts in it. */
const nobody: WhereAnyOf = (_knex, query) => query.whereRaw('1 = 0');

const FIELDS: Fields = {
  ownerRef: nullable('postmortems.owner_ref'),
  commanderRef: nullable('postmortems.commander_ref'),
  severity: column('postmortems.governing_severity'),
  visibility: column('postmortems.visibility'),
  contributorRefs: joined('postmortem_contributors', 'user_ref'),
  reviewerRefs: joined('postmortem_reviewers', 'reviewer_ref'),
  teamRefs: joined('postmortem_teams', 'team_ref'),
  entityRefs: joined('postmortem_entities', 'entity_ref'),
};

const INCIDENT_FIELDS: Fields = {
  ownerRef: nobody,
  commanderRef: nobody,
  contributorRefs: nobody,
  reviewerRefs: nobody,
  severity: nullable('incidents.governing_severity'),
  visibility: column('incidents.visibility'),
  teamRefs: joined('incident_teams', 'team_ref', INCIDENT),
  entityRefs: joined('incident_entities', 'entity_ref', INCIDENT),
};

/** The same as `meetsCriteria`, which a test holds it to. */
function whereMeets(
  knex: Knex,
  query: Knex.QueryBuilder,
  criteria: PostmortemCriteria,
  fields: Fields = FIELDS,
): void {
  if ('allOf' in criteria) {
    for (const each of criteria.allOf) {
      query.where(all => whereMeets(knex, all, each, fields));
    }
  } else if ('not' in criteria) {
    query.whereNot(not => whereMeets(knex, not, criteria.not, fields));
  } else if ('field' in criteria) {
    fields[criteria.field](knex, query, criteria.anyOf);
  } else {
    query.where(any => {
      for (const each of criteria.anyOf) {
        any.orWhere(one => whereMeets(knex, one, each, fields));
      }
    });
  }
}

/** Restricts a query over `postmortems` to these. */
export function whereAmong(
  knex: Knex,
  query: Knex.QueryBuilder,
  which: Which,
): void {
  if (which === 'none') query.whereRaw('1 = 0');
  else if (which !== 'all') whereMeets(knex, query, which);
}

/** Restricts a query over `incidents` to those that are judged so by themselves. */
export function whereIncidentAmong(
  knex: Knex,
  query: Knex.QueryBuilder,
  which: Which,
): void {
  if (which === 'none') query.whereRaw('1 = 0');
  else if (which !== 'all') whereMeets(knex, query, which, INCIDENT_FIELDS);
}

/** Restricts a query over `action_items` to those of these postmortems. */
export function whereOfPostmortemAmong(
  knex: Knex,
  query: Knex.QueryBuilder,
  which: Which,
): void {
  if (which === 'all') return;
  const postmortem = knex('postmortems')
    .select('postmortems.id')
    .whereRaw('postmortems.id = action_items.postmortem_id');
  whereAmong(knex, postmortem, which);
  query.whereExists(postmortem);
}
