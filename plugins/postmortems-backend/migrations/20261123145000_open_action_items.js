/**
 * Overdue items are searched among open ones, which are a small part of all.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'create index action_items_open_idx on action_items (due_order, id) where closed_at is null',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index action_items_open_idx');
};
