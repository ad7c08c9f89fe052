/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('postmortem_outbox', table => {
    table.comment('Events of committed changes that are still to be told');
    table.bigIncrements('id');
    table.text('event').notNullable().comment('JSON');
    table
      .timestamp('claimed_until')
      .comment(
        'Until when one instance is telling it; another takes over then',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_outbox');
};
