// @ts-check

/** @param {import('knex').Knex.CreateTableBuilder} table */
function ofPostmortem(table) {
  return table
    .integer('postmortem_id')
    .unsigned()
    .notNullable()
    .references('id')
    .inTable('postmortems')
    .onDelete('CASCADE');
}

/**
 * Review, publication, meeting and comments.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .integer('content_revision')
      .notNullable()
      .defaultTo(1)
      .comment('Counts the changes of what is read');
    table
      .text('publications')
      .comment('JSON; none for one published before this was kept');
    table.text('meeting').comment('JSON: the meeting as it is planned');
  });

  await knex.schema.createTable('postmortem_reviewers', table => {
    table.comment('The users and groups asked for a review');
    ofPostmortem(table);
    table.string('reviewer_ref', 320).notNullable();
    table.integer('position').notNullable();
    table.primary(['postmortem_id', 'reviewer_ref']);
    table.index(['reviewer_ref'], 'postmortem_reviewers_reviewer_ref_idx');
  });

  await knex.schema.createTable('postmortem_reviews', table => {
    table.comment('The latest review of each person');
    ofPostmortem(table);
    table.string('reviewer_ref', 320).notNullable();
    table.string('verdict', 32).notNullable();
    table.text('comment').nullable();
    table
      .integer('content_revision')
      .notNullable()
      .comment('The content that was read');
    table.timestamp('reviewed_at').notNullable();
    table.primary(['postmortem_id', 'reviewer_ref']);
  });

  await knex.schema.createTable('postmortem_watchers', table => {
    table.comment('Who wants to be told when it is published');
    ofPostmortem(table);
    table.string('user_ref', 320).notNullable();
    table.primary(['postmortem_id', 'user_ref']);
  });

  await knex.schema.createTable('postmortem_comments', table => {
    table.increments('id');
    ofPostmortem(table);
    table
      .string('anchor', 63)
      .nullable()
      .comment('What it is about; null: the postmortem as a whole');
    table.string('author_ref', 320).notNullable();
    table.text('markdown').notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('edited_at').nullable();
    table.timestamp('resolved_at').nullable();
    table.string('resolved_by', 320).nullable();
    table.integer('revision').notNullable();
    table.index(['postmortem_id', 'id'], 'postmortem_comments_postmortem_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'postmortem_comments',
    'postmortem_watchers',
    'postmortem_reviews',
    'postmortem_reviewers',
  ]) {
    await knex.schema.dropTable(table);
  }
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  for (const column of ['meeting', 'publications', 'content_revision']) {
    await knex.raw('alter table postmortems drop column ??', [column]);
  }
};
