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

/**
 * A postmortem is read with all that belongs to it in its own row; the join tables are there to
 * find it by.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .text('related')
      .comment('JSON: entities, teams, labels, contributors, reviewers');
    table
      .integer('related_revision')
      .comment(
        'Of the row when related was written; if it has another now, the join tables know better',
      );
  });

  const isPostgres = knex.client.config.client.includes('pg');
  const object = isPostgres ? 'json_build_object' : 'json_object';
  const array = (table, value, orderBy) => {
    const values = isPostgres
      ? `coalesce(json_agg(${value} order by ${orderBy}), '[]')`
      : `json_group_array(${value} order by ${orderBy})`;
    // SQLite would take what comes out of a query for text.
    return `${
      isPostgres ? '' : 'json'
    }((select ${values} from ${table} where postmortem_id = postmortems.id))`;
  };
  const contributor = `${object}('userRef', user_ref, 'role', role)`;
  await knex.raw(
    `update postmortems set related_revision = revision, related = ${object}(
      'entityRefs', ${array('postmortem_entities', 'entity_ref', 'position')},
      'teamRefs', ${array('postmortem_teams', 'team_ref', 'team_ref')},
      'labels', ${array('postmortem_labels', 'label', 'label')},
      'contributors', ${array(
        'postmortem_contributors',
        contributor,
        'position',
      )},
      'reviewerRefs', ${array(
        'postmortem_reviewers',
        'reviewer_ref',
        'position',
      )}
    )`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Not by the schema builder: on SQLite that drops and copies the table, and with it goes every
  // row that refers to it.
  await knex.raw('alter table postmortems drop column related');
  await knex.raw('alter table postmortems drop column related_revision');
};
