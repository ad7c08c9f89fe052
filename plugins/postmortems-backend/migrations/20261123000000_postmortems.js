// @ts-check

/**
 * Postmortems and related tables. Whatever lists filter, sort or count by is an indexed column; the
 * rest is JSON text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');

  await knex.schema.createTable('postmortems', table => {
    table.comment(
      'One row per postmortem: the facts, and what the rules derive from them',
    );
    table.increments('id').comment('The number in PM-42; never used twice');
    table.string('title', 200).notNullable();
    table
      .string('title_key', 200)
      .notNullable()
      .comment('Title in lower case, to order by');
    table.string('severity', 32).notNullable().comment('Latest severity');
    table
      .string('governing_severity', 32)
      .notNullable()
      .comment('Highest severity ever reached');
    table
      .integer('governing_rank')
      .notNullable()
      .comment('Rank of the governing severity; 1 is the most severe');
    table
      .text('severity_history')
      .notNullable()
      .comment('JSON list of severity changes');
    table.string('outcome', 32).notNullable();
    table.timestamp('started_at').notNullable();
    table.timestamp('detected_at').nullable();
    table.timestamp('mitigated_at').nullable();
    table.timestamp('resolved_at').nullable();
    table.timestamp('meeting_held_at').nullable();
    table.string('owner_ref', 320).nullable();
    table.timestamp('owner_acknowledged_at').nullable();
    table.string('commander_ref', 320).nullable();
    table.string('status', 32).notNullable();
    table
      .timestamp('published_at')
      .nullable()
      .comment('First publication; kept when reopened');
    table
      .boolean('required')
      .notNullable()
      .comment('Whether a rule covers the governing severity');
    table
      .timestamp('completed_at')
      .nullable()
      .comment('When it did what the policy asks');
    table
      .timestamp('due_at')
      .nullable()
      .comment('The deadline, extension included');
    table
      .timestamp('due_order')
      .notNullable()
      .comment('due_at, or far in the future without one, to order by');
    table
      .timestamp('warn_at')
      .nullable()
      .comment('Start of the warning window before the deadline');
    table
      .timestamp('waived_until')
      .nullable()
      .comment('End of the waiver; far in the future where it has none');
    table
      .text('deadline')
      .nullable()
      .comment('JSON: rule and explanation of the deadline');
    table.text('waiver').nullable().comment('JSON');
    table.text('extension').nullable().comment('JSON');
    table
      .text('calendar')
      .nullable()
      .comment("JSON: time zone and holidays of the primary entity's team");
    table.text('links').notNullable().comment('JSON');
    table.string('import_key', 200).nullable().unique();
    table.integer('revision').notNullable();
    table.timestamp('created_at').notNullable();
    table.string('created_by', 320).notNullable();
    table.timestamp('updated_at').notNullable();

    table.index(['started_at', 'id'], 'postmortems_started_at_idx');
    table.index(['due_order', 'id'], 'postmortems_due_order_idx');
    table.index(['governing_rank', 'id'], 'postmortems_governing_rank_idx');
    table.index(['title_key', 'id'], 'postmortems_title_key_idx');
    table.index(['updated_at', 'id'], 'postmortems_updated_at_idx');
    table.index(
      ['governing_severity', 'started_at', 'id'],
      'postmortems_governing_severity_idx',
    );
    table.index(['owner_ref', 'started_at', 'id'], 'postmortems_owner_ref_idx');
    table.index(['status', 'id'], 'postmortems_status_idx');
    // Open deadlines are few among all deadlines.
    table.index(['due_order', 'id'], 'postmortems_open_deadline_idx', {
      predicate: knex.whereNull('completed_at'),
    });
  });

  await createJoinTable('postmortem_entities', 'entity_ref', 320, table => {
    table.integer('position').notNullable().comment('0 is the primary entity');
  });
  await createJoinTable('postmortem_teams', 'team_ref', 320);
  await createJoinTable('postmortem_labels', 'label', 63);

  await knex.schema.createTable('postmortem_terms', table => {
    table.comment(
      'The words that text search finds a postmortem by, from their beginning',
    );
    // Prefix search is a byte range, which only the "C" collation sorts by.
    table
      .specificType(
        'term',
        isPostgres ? 'varchar(64) collate "C"' : 'varchar(64)',
      )
      .notNullable();
    referencePostmortem(table);
    table.primary(['term', 'postmortem_id']);
    table.index(['postmortem_id'], 'postmortem_terms_postmortem_id_idx');
  });

  await knex.schema.createTable('postmortem_contributors', table => {
    referencePostmortem(table);
    table.integer('position').notNullable();
    table.string('user_ref', 320).notNullable();
    table.string('role', 100).notNullable();
    table.primary(['postmortem_id', 'position']);
    table.index(
      ['user_ref', 'postmortem_id'],
      'postmortem_contributors_user_ref_idx',
    );
  });

  await knex.schema.createTable('postmortem_sections', table => {
    referencePostmortem(table);
    table.string('section_key', 64).notNullable();
    table.text('markdown').notNullable();
    table.integer('revision').notNullable();
    table.timestamp('updated_at').notNullable();
    table.string('updated_by', 320).notNullable();
    table.primary(['postmortem_id', 'section_key']);
  });

  await knex.schema.createTable('postmortem_timeline_events', table => {
    table.increments('id');
    referencePostmortem(table);
    table.timestamp('occurred_at').notNullable();
    table.string('kind', 32).notNullable();
    table.text('text').notNullable();
    table.text('link').nullable().comment('JSON');
    table.integer('revision').notNullable();
    table.index(
      ['postmortem_id', 'occurred_at', 'id'],
      'postmortem_timeline_events_order_idx',
    );
  });

  await knex.schema.createTable('postmortem_contributing_factors', table => {
    table.increments('id');
    referencePostmortem(table);
    table.string('title', 200).notNullable();
    table.string('category', 32).notNullable();
    table.text('description').notNullable();
    table.integer('revision').notNullable();
    table.index(
      ['postmortem_id', 'id'],
      'postmortem_contributing_factors_order_idx',
    );
  });

  await knex.schema.createTable('postmortem_history', table => {
    table.comment(
      'Every change; an edit still going on is continued, all else only added',
    );
    table.increments('id');
    referencePostmortem(table);
    table.timestamp('at').notNullable();
    table.string('actor_ref', 320).notNullable();
    table.string('action', 64).notNullable();
    table.string('field', 100).nullable();
    table.text('before').nullable().comment('JSON');
    table.text('after').nullable().comment('JSON');
    table.text('reason').nullable();
    table.index(['postmortem_id', 'id'], 'postmortem_history_order_idx');
  });

  /** @param {import('knex').Knex.CreateTableBuilder} table */
  function referencePostmortem(table) {
    table
      .integer('postmortem_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('postmortems')
      .onDelete('CASCADE');
  }

  /**
   * Creates a many-to-many table, indexed both ways.
   *
   * @param {string} name
   * @param {string} column
   * @param {number} length
   * @param {(table: import('knex').Knex.CreateTableBuilder) => void} [more]
   */
  async function createJoinTable(name, column, length, more) {
    await knex.schema.createTable(name, table => {
      referencePostmortem(table);
      table.string(column, length).notNullable();
      more?.(table);
      table.primary([column, 'postmortem_id']);
      table.index(['postmortem_id'], `${name}_postmortem_id_idx`);
    });
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'postmortem_history',
    'postmortem_contributing_factors',
    'postmortem_timeline_events',
    'postmortem_sections',
    'postmortem_contributors',
    'postmortem_terms',
    'postmortem_labels',
    'postmortem_teams',
    'postmortem_entities',
    'postmortems',
  ]) {
    await knex.schema.dropTable(table);
  }
};
