// @ts-check

/**
 * Incidents from sources: raw deliveries, their changes, and the resulting incidents.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .boolean('begun')
      .notNullable()
      .defaultTo(true)
      .comment('Whether a person has done anything to it');
  });
  await knex.raw(
    'create index postmortems_not_begun_idx on postmortems (started_at, id) where not begun',
  );

  await knex.schema.createTable('incident_deliveries', table => {
    table.comment('What came in from incident sources, as it came');
    table.increments('id');
    table.string('source', 63).notNullable();
    table
      .string('delivery_key', 220)
      .notNullable()
      .comment('What the source calls it, or a digest of the body');
    table.string('kind', 16).notNullable().comment('webhook or backfill');
    table.binary('body').notNullable();
    table.string('type', 200).nullable();
    table.string('status', 16).notNullable();
    table.timestamp('received_at').notNullable();
    table.timestamp('finished_at').nullable();
    table.integer('attempts').notNullable();
    table.text('error').nullable();
    table
      .timestamp('due_at')
      .nullable()
      .comment('When it is applied next; none once it is finished');
    table
      .string('claimed_by', 36)
      .nullable()
      .comment('Who is applying it; another takes over when the claim ends');
    table.timestamp('claimed_until').nullable();

    table.unique(['source', 'delivery_key'], {
      indexName: 'incident_deliveries_key_uniq',
    });
    table.index(['status', 'id'], 'incident_deliveries_status_idx');
    table.index(
      ['source', 'status', 'type'],
      'incident_deliveries_source_status_idx',
    );
    table.index(['source', 'id'], 'incident_deliveries_source_idx');
    table.index(['finished_at'], 'incident_deliveries_finished_at_idx');
  });
  await knex.raw(
    'create index incident_deliveries_due_idx on incident_deliveries (due_at, id) where due_at is not null',
  );

  await knex.schema.createTable('incidents', table => {
    table.comment(
      'One row per incident of a source: what its changes add up to, and what became of it',
    );
    table.increments('id');
    table.string('source', 63).notNullable();
    table.string('incident_key', 200).notNullable();
    table
      .string('group_key', 300)
      .nullable()
      .comment('What recurs, for sources that tell of that');
    table.timestamp('declared_at').nullable();
    table
      .integer('changes')
      .notNullable()
      .comment('Counts how often changes were added');
    table
      .text('state')
      .nullable()
      .comment('JSON: the fold of the changes; none until first folded');
    table.string('standing', 16).notNullable();
    table.string('waiting_for', 16).nullable();
    table.string('not_required_because', 16).nullable();
    table
      .boolean('incomplete')
      .notNullable()
      .comment('Whether a severity or service of it is mapped to nothing');
    table.string('title', 200).notNullable();
    table.text('url').nullable();
    table.timestamp('started_at').notNullable();
    table.timestamp('resolved_at').nullable();
    table.string('governing_severity', 32).nullable();
    table.string('visibility', 32).notNullable();
    table.string('merged_into', 200).nullable();
    table
      .integer('postmortem_id')
      .unsigned()
      .nullable()
      .references('id')
      .inTable('postmortems')
      .onDelete('SET NULL')
      .comment('What covers it: its own, or that of the incident it went into');
    table
      .text('theirs')
      .nullable()
      .comment('JSON: what the source says of the facts of the postmortem');
    table
      .text('base')
      .nullable()
      .comment(
        'JSON: what it said when last taken; none without a postmortem of its own',
      );
    table.text('error').nullable();
    table.integer('attempts').notNullable();
    table
      .timestamp('due_at')
      .nullable()
      .comment('When it is carried over next');
    table.string('claimed_by', 36).nullable();
    table.timestamp('claimed_until').nullable();
    table.timestamp('updated_at').notNullable();

    table.unique(['source', 'incident_key'], {
      indexName: 'incidents_key_uniq',
    });
    table.index(['standing', 'started_at', 'id'], 'incidents_standing_idx');
    table.index(['started_at', 'id'], 'incidents_started_at_idx');
    table.index(['source', 'group_key', 'declared_at'], 'incidents_group_idx');
    table.index(['source', 'merged_into'], 'incidents_merged_into_idx');
    table.index(['postmortem_id'], 'incidents_postmortem_id_idx');
    table.index(['standing', 'updated_at'], 'incidents_updated_at_idx');
  });
  await knex.raw(
    'create index incidents_due_idx on incidents (due_at, id) where due_at is not null',
  );

  await knex.schema.createTable('incident_changes', table => {
    table.comment('What happened to incidents; each once, in no order');
    table.increments('id');
    referenceIncident(table);
    table.string('change_key', 300).notNullable();
    table.string('kind', 32).notNullable();
    table.timestamp('at').notNullable();
    table.text('change').notNullable().comment('JSON');
    table.unique(['incident_id', 'change_key'], {
      indexName: 'incident_changes_key_uniq',
    });
  });

  await knex.schema.createTable('incident_lines', table => {
    table.comment(
      'What of incidents became lines of timelines; kept when a person removes the line',
    );
    referenceIncident(table);
    table.string('line_key', 310).notNullable();
    table.integer('timeline_event_id').notNullable();
    table.primary(['incident_id', 'line_key']);
  });

  await knex.schema.createTable('incident_entities', table => {
    referenceIncident(table);
    table.string('entity_ref', 320).notNullable();
    table.integer('position').notNullable();
    table.primary(['entity_ref', 'incident_id']);
    table.index(['incident_id'], 'incident_entities_incident_id_idx');
  });

  await knex.schema.createTable('incident_teams', table => {
    referenceIncident(table);
    table.string('team_ref', 320).notNullable();
    table.primary(['team_ref', 'incident_id']);
    table.index(['incident_id'], 'incident_teams_incident_id_idx');
  });

  await knex.schema.createTable('incident_unmapped', table => {
    table.comment('Services and severities of incidents that nobody mapped');
    referenceIncident(table);
    table.string('source', 63).notNullable();
    table.string('what', 16).notNullable().comment('service or severity');
    table.string('word', 300).notNullable().comment('Id, or word');
    table.text('service').nullable().comment('JSON');
    table.primary(['incident_id', 'what', 'word']);
    table.index(['source', 'what', 'word'], 'incident_unmapped_word_idx');
  });

  /** @param {import('knex').Knex.CreateTableBuilder} table */
  function referenceIncident(table) {
    table
      .integer('incident_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('incidents')
      .onDelete('CASCADE');
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'incident_unmapped',
    'incident_teams',
    'incident_entities',
    'incident_lines',
    'incident_changes',
    'incidents',
    'incident_deliveries',
  ]) {
    await knex.schema.dropTable(table);
  }
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  await knex.raw('drop index postmortems_not_begun_idx');
  await knex.raw('alter table postmortems drop column begun');
};
