// @ts-check

/**
 * Action items, and the team hierarchy for including sub-teams.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');

  await knex.schema.createTable('action_items', table => {
    table.increments('id');
    table
      .integer('postmortem_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table
      .integer('number')
      .notNullable()
      .comment('The 3 in PM-42/A3; never used twice');
    table
      .integer('position')
      .notNullable()
      .comment('Place among the action items of the postmortem');
    table.string('title', 200).notNullable();
    table
      .string('title_key', 200)
      .notNullable()
      .comment('Title in lower case, to order by');
    table.text('description').notNullable();
    table.string('kind', 32).notNullable();
    table.string('priority', 8).notNullable();
    table.string('status', 32).notNullable();
    table.text('status_reason').nullable();
    table.string('owner_ref', 320).nullable();
    table.timestamp('due_at').nullable();
    table
      .timestamp('due_order')
      .notNullable()
      .comment('due_at, or far in the future without one, to order by');
    table.timestamp('closed_at').nullable();
    table.integer('revision').notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('updated_at').notNullable();

    table.unique(['postmortem_id', 'number']);
    table.index(['due_order', 'id'], 'action_items_due_order_idx');
    table.index(['status', 'due_order', 'id'], 'action_items_status_idx');
    table.index(['owner_ref', 'due_order', 'id'], 'action_items_owner_ref_idx');
    table.index(['priority', 'id'], 'action_items_priority_idx');
    table.index(['created_at', 'id'], 'action_items_created_at_idx');
    table.index(['title_key', 'id'], 'action_items_title_key_idx');
  });

  await knex.schema.createTable('action_item_teams', table => {
    table.comment(
      'The teams that answer for an action item: those of the affected entities, and the owner',
    );
    referenceActionItem(table);
    table.string('team_ref', 320).notNullable();
    table
      .boolean('is_owner')
      .notNullable()
      .comment('Whether it is the owner, rather than a team of an entity');
    table.primary(['team_ref', 'action_item_id', 'is_owner']);
    table.index(['action_item_id'], 'action_item_teams_action_item_id_idx');
  });

  await knex.schema.createTable('action_item_terms', table => {
    table.comment(
      'The words that text search finds an action item by, from their beginning',
    );
    table
      .specificType(
        'term',
        isPostgres ? 'varchar(64) collate "C"' : 'varchar(64)',
      )
      .notNullable();
    referenceActionItem(table);
    table.primary(['term', 'action_item_id']);
    table.index(['action_item_id'], 'action_item_terms_action_item_id_idx');
  });

  await knex.schema.createTable('team_ancestors', table => {
    table.comment(
      'Every team with itself and every team above it, as the catalog has them',
    );
    table.string('team_ref', 320).notNullable();
    table.string('ancestor_ref', 320).notNullable();
    table.primary(['ancestor_ref', 'team_ref']);
  });
  await knex('team_ancestors').insert(
    knex('postmortem_teams').distinct({
      team_ref: 'team_ref',
      ancestor_ref: 'team_ref',
    }),
  );

  await knex.schema.alterTable('postmortems', table => {
    table
      .integer('action_items_numbered')
      .notNullable()
      .defaultTo(0)
      .comment('The last number given to an action item');
  });

  /** @param {import('knex').Knex.CreateTableBuilder} table */
  function referenceActionItem(table) {
    table
      .integer('action_item_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('action_items')
      .onDelete('CASCADE');
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  await knex.raw('alter table postmortems drop column action_items_numbered');
  for (const table of [
    'team_ancestors',
    'action_item_terms',
    'action_item_teams',
    'action_items',
  ]) {
    await knex.schema.dropTable(table);
  }
};
