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

/** A condition in SQL. Written out, as a query builder takes longer over it than the database. */
interface Condition {
  sql: string;
  bindings: string[];
}

/** The condition that a field has one of some values. */
type AnyOf = (values: string[]) => Condition;

/** Whose rows a join table is about. */
interface Of {
  id: string;
  reference: string;
}

const POSTMORTEM: Of = { id: 'postmortems.id', reference: 'postmortem_id' };
const INCIDENT: Of = { id: 'incidents.id', reference: 'incident_id' };

type Fields = Record<PostmortemCondition['field'], AnyOf>;

function column(name: string): AnyOf {
  return values => ({
    sql: values.length > 0 ? `${name} in (${values.map(() => '?')})` : '1 = 0',
    bindings: values,
  });
}

function nullable(name: string): AnyOf {
  // Null is neither in a list nor not in it; what has none must be found by "not".
  return values => {
    const { sql, bindings } = column(name)(values);
    return { sql: `(${name} is not null and ${sql})`, bindings };
  };
}

function joined(table: string, name: string, of: Of = POSTMORTEM): AnyOf {
  // SQLite looks only for the few rows that no condition before this lets through. PostgreSQL
  // chooses how to look; a list of ids it takes for dearer than reading whole tables.
  return values => {
    const { sql, bindings } = column(`${table}.${name}`)(values);
    return {
      sql: `exists (select 1 from ${table} where ${table}.${of.reference} = ${of.id} and ${sql})`,
      bindings,
    };
  };
}

/** Where an incident has no postmortem, nobody has these parts in it. */
const nobody: AnyOf = () => ({ sql: '1 = 0', bindings: [] });

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
function meets(criteria: PostmortemCriteria, fields: Fields): Condition {
  if ('allOf' in criteria) return joinBy(' and ', criteria.allOf, fields);
  if ('anyOf' in criteria && !('field' in criteria)) {
    return joinBy(' or ', criteria.anyOf, fields);
  }
  if ('not' in criteria) {
    const { sql, bindings } = meets(criteria.not, fields);
    return { sql: `not (${sql})`, bindings };
  }
  return fields[criteria.field](criteria.anyOf);
}

function joinBy(
  word: ' and ' | ' or ',
  criteria: PostmortemCriteria[],
  fields: Fields,
): Condition {
  const conditions = criteria.map(each => meets(each, fields));
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(word)})`,
    bindings: conditions.flatMap(({ bindings }) => bindings),
  };
}

function whereMeets(
  query: Knex.QueryBuilder,
  which: Which,
  fields: Fields,
): void {
  if (which === 'none') query.whereRaw('1 = 0');
  else if (which !== 'all') {
    const { sql, bindings } = meets(which, fields);
    query.whereRaw(sql, bindings);
  }
}

/** Restricts a query over `postmortems` to these. */
export function whereAmong(query: Knex.QueryBuilder, which: Which): void {
  whereMeets(query, which, FIELDS);
}

/** Restricts a query over `incidents` to those that are judged so by themselves. */
export function whereIncidentAmong(
  query: Knex.QueryBuilder,
  which: Which,
): void {
  whereMeets(query, which, INCIDENT_FIELDS);
}
