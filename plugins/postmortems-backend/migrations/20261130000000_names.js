// @ts-check

/** Columns with names that were hard to understand, by table. */
const RENAMED = {
  postmortems: { begun: 'edited' },
  incidents: { standing: 'disposition', waiting_for: 'blocked_by' },
};

/**
 * @param {import('knex').Knex} knex
 * @param {(columns: [string, string]) => [string, string]} direction
 */
async function renameAll(knex, direction) {
  for (const [table, columns] of Object.entries(RENAMED)) {
    for (const pair of Object.entries(columns)) {
      // Raw SQL: the schema builder recreates tables on SQLite, which deletes referencing rows.
      await knex.raw('alter table ?? rename column ?? to ??', [
        table,
        ...direction(pair),
      ]);
    }
  }
  const [from, to] = direction(['begun', 'edited']);
  const deleted = await knex('deleted_postmortems')
    .whereNotNull('snapshot')
    .pluck('id');
  for (const id of deleted) {
    const { snapshot } = await knex('deleted_postmortems')
      .where({ id })
      .first('snapshot');
    const { tables, ...rest } = JSON.parse(snapshot);
    const postmortems = tables.postmortems.map(
      (/** @type {Record<string, unknown>} */ row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name === from ? to : name,
            value,
          ]),
        ),
    );
    await knex('deleted_postmortems')
      .where({ id })
      .update({
        snapshot: JSON.stringify({
          tables: { ...tables, postmortems },
          ...rest,
        }),
      });
  }
}

/**
 * Renames columns. Instances of the previous version fail on this schema: this is the only
 * migration that breaks rolling upgrades.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('drop index postmortems_not_begun_idx');
  await knex.raw('drop index incidents_standing_idx');
  await renameAll(knex, pair => pair);
  await knex.raw(
    'create index postmortems_not_edited_idx on postmortems (started_at, id) where not edited',
  );
  await knex.schema.alterTable('incidents', table => {
    table.index(
      ['disposition', 'started_at', 'id'],
      'incidents_disposition_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index incidents_disposition_idx');
  await knex.raw('drop index postmortems_not_edited_idx');
  await renameAll(knex, ([from, to]) => [to, from]);
  await knex.raw(
    'create index postmortems_not_begun_idx on postmortems (started_at, id) where not begun',
  );
  await knex.schema.alterTable('incidents', table => {
    table.index(['standing', 'started_at', 'id'], 'incidents_standing_idx');
  });
};
