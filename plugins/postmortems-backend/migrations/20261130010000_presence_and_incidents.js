// @ts-check

/**
 * Who is editing which section and which text was restored; and data to notice what goes wrong with
 * incidents: an index of unresolved ones, what was left out of postmortems, deliveries that were too
 * large, people who could not be told apart, and mappings made in the portal.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('postmortem_presence', table => {
    table.comment('Who is editing which section; rows expire within a minute');
    table
      .integer('postmortem_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.string('user_ref', 320).notNullable();
    table.string('tab_id', 40).notNullable();
    table.string('section_key', 63).notNullable();
    table.timestamp('expires_at').notNullable();
    table.primary(['postmortem_id', 'user_ref', 'tab_id', 'section_key']);
  });
  await knex.schema.alterTable('postmortem_history', table => {
    table.timestamp('restored_from').nullable();
  });

  await knex.raw(
    'create index postmortems_unresolved_idx on postmortems (started_at, id) where resolved_at is null',
  );

  await knex.schema.alterTable('incidents', table => {
    table
      .text('left_out')
      .nullable()
      .comment('JSON: what its postmortem has no room for');
  });
  await knex.raw(
    'create index incidents_left_out_idx on incidents (started_at, id) where left_out is not null',
  );

  await knex.schema.createTable('incident_rejections', table => {
    table.comment('How many deliveries of a source were too large');
    table.string('source', 63).notNullable().primary();
    table.integer('rejected').notNullable();
    table.timestamp('last_at').notNullable();
  });

  await knex.schema.createTable('incident_shared_addresses', table => {
    table.comment('Email addresses of incidents that several users have');
    table
      .integer('incident_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('incidents')
      .onDelete('CASCADE');
    table.string('source', 63).notNullable();
    table.string('address', 320).notNullable().comment('Masked');
    table.text('user_refs').notNullable().comment('JSON');
    table.index(['incident_id'], 'incident_shared_addresses_incident_id_idx');
  });

  await knex.schema.createTable('incident_mappings', table => {
    table.comment(
      'Services and severities that operators mapped in the portal',
    );
    table.string('source', 63).notNullable();
    table.string('kind', 16).notNullable().comment('service or severity');
    table.string('word_key', 300).notNullable().comment('In lower case');
    table.string('word', 300).notNullable();
    table
      .text('targets')
      .notNullable()
      .comment('JSON: entities, or a severity');
    table.string('created_by', 320).notNullable();
    table.timestamp('created_at').notNullable();
    table.primary(['source', 'kind', 'word_key']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incident_mappings');
  await knex.schema.dropTable('incident_shared_addresses');
  await knex.schema.dropTable('incident_rejections');
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  await knex.raw('drop index incidents_left_out_idx');
  await knex.raw('alter table incidents drop column left_out');
  await knex.raw('drop index postmortems_unresolved_idx');
  await knex.raw('alter table postmortem_history drop column restored_from');
  await knex.schema.dropTable('postmortem_presence');
};
