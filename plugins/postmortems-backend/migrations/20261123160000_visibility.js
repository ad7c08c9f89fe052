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
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .string('visibility', 32)
      .notNullable()
      .defaultTo('internal')
      .comment('internal, or restricted to those it concerns');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const restricted = await knex('postmortems')
    .where({ visibility: 'restricted' })
    .pluck('id');
  if (restricted.length) {
    const ids = restricted.map(id => `PM-${id}`).join(', ');
    throw new Error(
      `Everyone could read what is restricted. Make internal or delete first: ${ids}`,
    );
  }
  // Not by the schema builder: on SQLite that drops and copies the table, and with it goes every
  // row that refers to it.
  await knex.raw('alter table postmortems drop column visibility');
};
