// @ts-check

/**
 * Live editing: the Yjs document of each section that is edited live. Its `id` is the document's
 * generation and is never used again, so clients notice when a document was discarded.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('postmortem_live_documents', table => {
    table.comment('Yjs documents of sections that are edited live');
    table.increments('id').comment('The generation, never used again');
    postmortemOf(table);
    table.string('section_key', 63).notNullable();
    table
      .integer('section_revision')
      .notNullable()
      .comment(
        'Revision of the section that has all updates up to written_seq',
      );
    table.binary('snapshot').notNullable().comment('State at snapshot_seq');
    table.integer('snapshot_seq').notNullable();
    table.integer('last_seq').notNullable();
    table.integer('written_seq').notNullable();
    table
      .timestamp('pending_since')
      .nullable()
      .comment('When the first update after written_seq was stored');
    // A section is seeded once: a second document of the same section would duplicate its text.
    table.unique(['postmortem_id', 'section_key'], {
      indexName: 'postmortem_live_documents_section_uniq',
    });
  });
  await knex.raw(
    'create index postmortem_live_documents_pending_idx on postmortem_live_documents (pending_since) where pending_since is not null',
  );
  await knex.schema.createTable('postmortem_live_updates', table => {
    table.comment('Updates of these documents since their snapshot');
    table.integer('generation').notNullable();
    table.integer('seq').notNullable();
    postmortemOf(table);
    table.binary('update').notNullable();
    table.string('actor_ref', 320).notNullable();
    table.primary(['generation', 'seq']);
    table.index(['postmortem_id'], 'postmortem_live_updates_postmortem_idx');
  });
};

/** @param {import('knex').Knex.CreateTableBuilder} table */
function postmortemOf(table) {
  table
    .integer('postmortem_id')
    .unsigned()
    .notNullable()
    .references('id')
    .inTable('postmortems')
    .onDelete('CASCADE');
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_live_updates');
  await knex.schema.dropTable('postmortem_live_documents');
};
