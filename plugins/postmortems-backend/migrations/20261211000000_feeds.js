// @ts-check

/**
 * Atom feeds of published postmortems. Their tokens are stored as hashes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('postmortem_feeds', table => {
    table.comment('Atom feeds that people subscribed to');
    table.increments('id');
    table.string('user_ref', 320).notNullable();
    table
      .string('token_hash', 64)
      .notNullable()
      .comment('SHA-256 of the token in the address');
    table.string('team_ref', 320).nullable();
    table.string('entity_ref', 320).nullable();
    table.timestamp('created_at').notNullable();
    table.unique(['token_hash'], { indexName: 'postmortem_feeds_token_uniq' });
    table.index(['user_ref', 'id'], 'postmortem_feeds_user_idx');
  });
  await knex.raw(
    'create index postmortems_published_idx on postmortems (published_at, id) where published_at is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index postmortems_published_idx');
  await knex.schema.dropTable('postmortem_feeds');
};
