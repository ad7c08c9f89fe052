// @ts-check

/** Indexes that lists are ordered by, and those of the filter by contributing factor. */
const INDEXES = [
  'postmortems_owner_order_idx',
  'postmortem_entities_primary_idx',
  'action_items_status_order_idx',
  'action_items_owner_order_idx',
  'action_items_open_owner_order_idx',
  'postmortem_contributing_factors_category_idx',
];

/**
 * Indexes to order lists by owner, primary entity and status, and to find postmortems by the
 * category of a contributing factor.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  // In byte order on both databases, so "~" is after every reference: no owner is last.
  const inByteOrder = isPostgres ? ' collate "C"' : '';
  const owner = `(coalesce(owner_ref, '~')${inByteOrder})`;

  await knex.raw(
    `create index postmortems_owner_order_idx on postmortems (${owner}, id)`,
  );
  await knex.raw(
    `create index postmortem_entities_primary_idx on postmortem_entities (entity_ref${inByteOrder}, postmortem_id) where position = 0`,
  );
  await knex.raw(
    'create index action_items_status_order_idx on action_items (status, id)',
  );
  await knex.raw(
    `create index action_items_owner_order_idx on action_items (${owner}, id)`,
  );
  // Open ones are a small part of all.
  await knex.raw(
    `create index action_items_open_owner_order_idx on action_items (${owner}, id) where closed_at is null`,
  );
  await knex.raw(
    'create index postmortem_contributing_factors_category_idx on postmortem_contributing_factors (category, postmortem_id)',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const index of INDEXES) await knex.raw('drop index ??', [index]);
};
