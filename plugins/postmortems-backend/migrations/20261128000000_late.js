// @ts-check

/**
 * An index that separates late from on-time postmortems, by severity and incident start.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'create index postmortems_late_idx on postmortems (governing_severity, (completed_at > due_at), started_at, id)',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index postmortems_late_idx');
};
