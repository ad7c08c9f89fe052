// @ts-check

/** Postmortems per step. */
const BATCH = 200;

const COMMITTED = ['open', 'in-progress', 'done'];

/**
 * The key by which equal titles of contributing factors are found, as of this version.
 *
 * @param {string} title
 */
function titleKey(title) {
  const plain = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\s]/g, '')
    .toLocaleLowerCase('en');
  return [...plain].slice(0, 200).join('');
}

/**
 * @param {import('knex').Knex} knex
 * @param {string} table
 * @param {(rows: any[]) => Promise<void>} step
 */
async function inBatches(knex, table, step) {
  let after = 0;
  for (;;) {
    const rows = await knex(table)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH);
    await step(rows);
    if (rows.length < BATCH) return;
    after = rows[rows.length - 1].id;
  }
}

/**
 * When each action item was first committed, from the history.
 *
 * @param {import('knex').Knex} knex
 * @param {any[]} items
 */
async function commitmentsOf(knex, items) {
  const entries = await knex('postmortem_history')
    .whereIn('postmortem_id', [
      ...new Set(items.map(item => item.postmortem_id)),
    ])
    .whereIn('action', ['action-item-added', 'action-item-changed'])
    .orderBy('id')
    .select('postmortem_id', 'field', 'at', 'action', 'after');
  const first = new Map();
  for (const entry of entries) {
    const after = entry.after === null ? undefined : JSON.parse(entry.after);
    const key = `${entry.postmortem_id}/${entry.field}`;
    if (first.has(key) || !COMMITTED.includes(after?.status)) continue;
    // An item that was moved here by a merge was added again.
    const at =
      entry.action === 'action-item-added' && after.createdAt
        ? new Date(after.createdAt)
        : new Date(entry.at);
    first.set(key, at);
  }
  return first;
}

/**
 * When action items were committed, and which contributing factors have the same title.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = knex.client.config.client.includes('pg');
  await knex.schema.alterTable('action_items', table => {
    table
      .timestamp('committed_at')
      .nullable()
      .comment('When it was first open, in progress or done');
  });
  await knex.schema.alterTable('postmortem_contributing_factors', table => {
    table
      .specificType(
        'title_key',
        isPostgres ? 'varchar(200) collate "C"' : 'varchar(200)',
      )
      .notNullable()
      .defaultTo('')
      .comment('The title without case, accents and spaces');
  });

  await inBatches(knex, 'action_items', async items => {
    const commitments = await commitmentsOf(knex, items);
    for (const item of items) {
      const known = commitments.get(`${item.postmortem_id}/A${item.number}`);
      const fallback = COMMITTED.includes(item.status)
        ? new Date(item.created_at)
        : undefined;
      const at = known ?? fallback;
      if (!at) continue;
      // Imports record items that were closed long before.
      const closedAt = item.closed_at === null ? at : new Date(item.closed_at);
      await knex('action_items')
        .where({ id: item.id })
        .update({ committed_at: closedAt < at ? closedAt : at });
    }
  });
  await inBatches(knex, 'postmortem_contributing_factors', async factors => {
    for (const { id, title } of factors) {
      await knex('postmortem_contributing_factors')
        .where({ id })
        .update({ title_key: titleKey(title) });
    }
  });

  await knex.schema.alterTable('action_items', table => {
    table.index(['committed_at'], 'action_items_committed_at_idx');
    table.index(['closed_at'], 'action_items_closed_at_idx');
  });
  await knex.schema.alterTable('postmortem_contributing_factors', table => {
    table.index(
      ['title_key', 'postmortem_id'],
      'postmortem_contributing_factors_title_key_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const index of [
    'action_items_committed_at_idx',
    'action_items_closed_at_idx',
    'postmortem_contributing_factors_title_key_idx',
  ]) {
    await knex.raw('drop index ??', [index]);
  }
  // A raw statement, because knex rebuilds the table on SQLite, which would delete referring rows.
  await knex.raw('alter table action_items drop column committed_at');
  await knex.raw(
    'alter table postmortem_contributing_factors drop column title_key',
  );
};
