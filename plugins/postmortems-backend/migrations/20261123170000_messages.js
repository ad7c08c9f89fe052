// @ts-check

/**
 * Missing owners and acknowledgements, the reminder schedule, and the message ledger.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .timestamp('owner_pending_since')
      .nullable()
      .comment('Since when an owner, or their acknowledgement, is awaited');
    table
      .text('owner_suggestion')
      .nullable()
      .comment('JSON: whom the last owner suggested when handing over');
    table
      .timestamp('owner_missing_since')
      .nullable()
      .comment('Since when the catalog does not know the owner');
  });

  await knex.schema.createTable('postmortem_reminders', table => {
    table.comment('When each postmortem is next looked at for reminders');
    referencePostmortem(table).notNullable().primary();
    table.timestamp('look_at').notNullable();
    table.index(['look_at'], 'postmortem_reminders_look_at_idx');
  });
  await knex('postmortem_reminders').insert(
    knex('postmortems').select('id', knex.raw('?', [new Date(0)])),
  );

  await knex.schema.createTable('postmortem_messages', table => {
    table.comment(
      'The ledger of messages: one row for each reason and recipient, from the decision to send on',
    );
    table.increments('id');
    table
      .string('reason', 200)
      .notNullable()
      .comment('Stable key of what it is sent for');
    table.string('recipient_ref', 320).notNullable();
    table
      .string('kind', 16)
      .notNullable()
      .comment('direct; line, to be told in a digest; or digest');
    table.string('about', 32).notNullable().comment('What it tells');
    referencePostmortem(table).nullable();
    table
      .integer('action_item')
      .nullable()
      .comment('The 3 in PM-42/A3, where it is about that');
    table.text('details').nullable().comment('JSON: what its words need');
    table
      .string('state', 16)
      .notNullable()
      .comment('waiting, or what became of it');
    table.timestamp('send_at').notNullable().comment('Not to be sent before');
    table
      .integer('digest_id')
      .nullable()
      .comment('The digest that tells this line');
    table.string('claimed_by', 36).nullable().comment('Who is sending it');
    table
      .timestamp('claimed_until')
      .nullable()
      .comment('Until when; another takes over then');
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('created_at').notNullable();
    table.timestamp('sent_at').nullable();

    table.unique(['reason', 'recipient_ref'], {
      indexName: 'postmortem_messages_reason_idx',
    });
    table.index(
      ['state', 'kind', 'send_at', 'id'],
      'postmortem_messages_state_idx',
    );
    table.index(
      ['recipient_ref', 'state'],
      'postmortem_messages_recipient_idx',
    );
    table.index(['postmortem_id'], 'postmortem_messages_postmortem_id_idx');
    table.index(['digest_id'], 'postmortem_messages_digest_id_idx');
  });

  /** @param {import('knex').Knex.CreateTableBuilder} table */
  function referencePostmortem(table) {
    return table
      .integer('postmortem_id')
      .unsigned()
      .references('id')
      .inTable('postmortems')
      .onDelete('CASCADE');
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_messages');
  await knex.schema.dropTable('postmortem_reminders');
  // Raw SQL: on SQLite the schema builder recreates the table, which deletes all referencing rows.
  for (const column of [
    'owner_missing_since',
    'owner_suggestion',
    'owner_pending_since',
  ]) {
    await knex.raw('alter table postmortems drop column ??', [column]);
  }
};
