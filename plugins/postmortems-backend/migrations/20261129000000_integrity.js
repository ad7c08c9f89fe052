// @ts-check

/** @param {import('knex').Knex.CreateTableBuilder} table */
function ofPostmortem(table) {
  return table
    .integer('postmortem_id')
    .unsigned()
    .notNullable()
    .references('id')
    .inTable('postmortems')
    .onDelete('CASCADE');
}

/** History actions that count as editing, as of this migration. */
const WRITING = [
  'section-changed',
  'timeline-event-added',
  'timeline-event-changed',
  'timeline-event-removed',
  'contributing-factor-added',
  'contributing-factor-changed',
  'contributing-factor-removed',
  'action-item-added',
  'action-item-changed',
  'action-item-removed',
  'field-changed',
  'severity-changed',
];

/**
 * Reconstructs involvement from the history: everyone who acknowledged, and the current owner if
 * they edited.
 *
 * @param {import('knex').Knex} knex
 */
async function seedInvolvement(knex) {
  const entries = knex('postmortem_history as entry')
    .select('entry.postmortem_id', 'entry.actor_ref', 'entry.at')
    .select({
      cycle: knex('postmortem_history as earlier')
        .count()
        .where({ action: 'status-changed', after: '"published"' })
        .whereRaw('earlier.postmortem_id = entry.postmortem_id')
        .whereRaw('earlier.id < entry.id'),
    });
  const acknowledged = entries
    .clone()
    .where({ 'entry.action': 'owner-acknowledged' });
  const wrote = entries
    .clone()
    .join('postmortems', 'postmortems.id', 'entry.postmortem_id')
    .whereRaw('postmortems.owner_ref = entry.actor_ref')
    .whereIn('entry.action', WRITING);
  for (const [involvement, query] of Object.entries({ acknowledged, wrote })) {
    await knex(
      knex.raw('?? (??, ??, ??, ??, ??)', [
        'postmortem_involvement',
        'postmortem_id',
        'user_ref',
        'cycle',
        'at',
        'involvement',
      ]),
    ).insert(
      knex
        .from(query.as('involved'))
        .groupBy('postmortem_id', 'actor_ref', 'cycle')
        .select('postmortem_id', 'actor_ref', 'cycle')
        .min('at')
        .select(knex.raw('?', [involvement])),
    );
  }
}

const REVIEW_COLUMNS = [
  'dismissed_at',
  'dismissed_by',
  'dismissal_reason',
  'lapsed_at',
  'lapse',
];

const COLUMNS = [
  'origin',
  'cycle',
  'claimed',
  'imported',
  'exceptions',
  'deletions',
  'fact_entries',
  'attached_at',
];

/**
 * Data for trustworthy compliance figures: origin, involvement, authorship, and everything that
 * changed a deadline, severity or status.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .string('origin', 16)
      .notNullable()
      .defaultTo('person')
      .comment('person, source or import');
    table
      .integer('cycle')
      .notNullable()
      .defaultTo(0)
      .comment('Number of publications so far');
    table
      .boolean('claimed')
      .notNullable()
      .defaultTo(false)
      .comment('Completed or excused only by an unconfirmed import');
    table.text('imported').comment('JSON: who imported it, when, and claims');
    table
      .integer('exceptions')
      .notNullable()
      .defaultTo(0)
      .comment('Number of exceptions that count beside rates');
    table
      .integer('deletions')
      .notNullable()
      .defaultTo(0)
      .comment('Number of deleted postmortems of the same incident');
    table
      .text('fact_entries')
      .comment('JSON: when each fact that decides the deadline was entered');
    table
      .timestamp('attached_at')
      .nullable()
      .comment(
        'When an incident was last added; only later publications count',
      );
  });
  await knex.schema.alterTable('postmortems', table => {
    // Unique per importer, so that a key reveals nothing about other people's imports.
    table.dropUnique(['import_key']);
    table.unique(['import_key', 'created_by'], {
      indexName: 'postmortems_import_key_created_by_unique',
    });
  });
  await knex('postmortems')
    .whereNotNull('import_key')
    .update({ origin: 'import' });
  await knex('postmortems')
    .where('created_by', 'like', 'incident-source:%')
    .update({ origin: 'source' });
  await knex('postmortems')
    .where({ status: 'published' })
    .orWhereNotNull('published_at')
    .update({ cycle: 1 });

  await knex.schema.alterTable('postmortem_sections', table => {
    table
      .text('authorship')
      .comment('JSON: [author, characters] runs of the current text');
  });

  await knex.schema.createTable('postmortem_involvement', table => {
    table.comment('People who acknowledged or wrote while they were the owner');
    ofPostmortem(table);
    table.string('user_ref', 320).notNullable();
    table
      .integer('cycle')
      .notNullable()
      .comment('Publications before it; -1: in an earlier postmortem');
    table.string('involvement', 16).notNullable();
    table.timestamp('at').notNullable();
    table.primary(['postmortem_id', 'user_ref', 'cycle', 'involvement']);
  });

  await seedInvolvement(knex);

  await knex.schema.alterTable('postmortem_reviews', table => {
    table.timestamp('dismissed_at').nullable();
    table.string('dismissed_by', 320).nullable();
    table.text('dismissal_reason').nullable();
    table
      .timestamp('lapsed_at')
      .nullable()
      .comment('Since when a request for changes does not block any more');
    table.string('lapse', 16).nullable().comment('not-asked or left');
  });

  await knex.schema.createTable('compliance_exceptions', table => {
    table.comment('Everything that moved a deadline, a severity or a status');
    table.increments('id');
    ofPostmortem(table);
    table.string('kind', 32).notNullable();
    table.timestamp('at').notNullable();
    table.string('actor_ref', 320).notNullable();
    table.text('reason').nullable();
    table.string('field', 64).nullable();
    table.text('before').nullable().comment('JSON');
    table.text('after').nullable().comment('JSON');
    table.string('status_before', 32).nullable();
    table.string('status_after', 32).nullable();
    table.timestamp('due_before').nullable();
    table.timestamp('due_after').nullable();
    table
      .string('subject', 32)
      .nullable()
      .comment('Id of the other postmortem: deleted, merged or covered');
    table.index(['postmortem_id'], 'compliance_exceptions_postmortem_idx');
    table.index(['at', 'id'], 'compliance_exceptions_at_idx');
  });

  // Replaces `postmortems.owner_missing_since`, which stays for the previous version.
  await knex.schema.createTable('catalog_absences', table => {
    table.comment('Users and groups that the catalog does not know');
    table.string('entity_ref', 320).notNullable().primary();
    table.timestamp('missing_since').notNullable();
    table
      .timestamp('last_missed_at')
      .notNullable()
      .comment('When the catalog was last asked for them');
    table.index(['last_missed_at'], 'catalog_absences_last_missed_at_idx');
  });

  await knex.raw(
    'create index postmortems_exceptions_idx on postmortems (started_at, id) where exceptions > 0',
  );

  await createDeletedPostmortems(knex);
};

/**
 * Deleted postmortems have their own table, so that no query over postmortems can return one.
 *
 * @param {import('knex').Knex} knex
 */
async function createDeletedPostmortems(knex) {
  await knex.schema.createTable('deleted_postmortems', table => {
    table.comment('Deleted postmortems; after purge_at without title and text');
    table
      .integer('id')
      .unsigned()
      .notNullable()
      .primary()
      .comment('The number in PM-42');
    table.string('title', 200).nullable().comment('None once purged');
    table.string('governing_severity', 32).notNullable();
    table.string('visibility', 32).notNullable();
    table.timestamp('started_at').notNullable();
    table.timestamp('resolved_at').nullable();
    table.timestamp('published_at').nullable();
    table.timestamp('due_at').nullable();
    table
      .string('compliance_status', 32)
      .notNullable()
      .comment('When it was deleted');
    table.timestamp('deleted_at').notNullable();
    table.string('deleted_by', 320).notNullable();
    table.text('reason').notNullable();
    table
      .integer('successor')
      .nullable()
      .comment('The postmortem that took over its obligation');
    table
      .boolean('merged')
      .notNullable()
      .defaultTo(false)
      .comment('Merged into its successor, rather than deleted');
    table.timestamp('purge_at').notNullable();
    table.timestamp('purged_at').nullable();
    table
      .text('snapshot')
      .nullable()
      .comment('JSON: every row of it, by table; none once purged');
    table.index(['deleted_at', 'id'], 'deleted_postmortems_deleted_at_idx');
    table.index(['successor'], 'deleted_postmortems_successor_idx');
  });
  await knex.raw(
    'create index deleted_postmortems_purge_idx on deleted_postmortems (purge_at) where purged_at is null',
  );

  await knex.schema.createTable('deleted_postmortem_refs', table => {
    table.comment('Who and what permissions judge deleted postmortems by');
    table
      .integer('deleted_postmortem_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('deleted_postmortems')
      .onDelete('CASCADE');
    table
      .string('field', 16)
      .notNullable()
      .comment('owner, commander, contributor, reviewer, team or entity');
    table.string('ref', 320).notNullable();
    table.integer('position').notNullable();
    table.primary(['deleted_postmortem_id', 'field', 'ref']);
    table.index(
      ['ref', 'field', 'deleted_postmortem_id'],
      'deleted_postmortem_refs_ref_idx',
    );
  });
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('deleted_postmortem_refs');
  await knex.schema.dropTable('deleted_postmortems');
  await knex.raw('drop index postmortems_exceptions_idx');
  await knex.schema.dropTable('catalog_absences');
  await knex.schema.dropTable('compliance_exceptions');
  await knex.schema.dropTable('postmortem_involvement');
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  await knex.raw('alter table postmortem_sections drop column authorship');
  for (const column of [...REVIEW_COLUMNS].reverse()) {
    await knex.raw('alter table postmortem_reviews drop column ??', [column]);
  }
  await knex('postmortems')
    .whereNotNull('import_key')
    .whereNotIn(
      'id',
      knex('postmortems')
        .whereNotNull('import_key')
        .groupBy('import_key')
        .min('id'),
    )
    .update({ import_key: null });
  await knex.schema.alterTable('postmortems', table => {
    table.dropUnique(
      ['import_key', 'created_by'],
      'postmortems_import_key_created_by_unique',
    );
    table.unique(['import_key']);
  });
  for (const column of [...COLUMNS].reverse()) {
    await knex.raw('alter table postmortems drop column ??', [column]);
  }
};
