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
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  await knex.raw('alter table postmortems drop column visibility');
};
