/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .text('no_action_items_reason')
      .comment('The decision that no urgent action item is needed, and why');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  await knex.raw('alter table postmortems drop column no_action_items_reason');
};
