// @ts-check

/**
 * Tickets of action items, with their sync state.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('action_item_tickets', table => {
    table.comment(
      'One row for an action item and a tracker. It outlives the link, so that a ticket made once is found again',
    );
    table
      .integer('action_item_id')
      .unsigned()
      .notNullable()
      .references('id')
      .inTable('action_items')
      .onDelete('CASCADE');
    table.string('tracker', 63).notNullable();
    table
      .boolean('linked')
      .notNullable()
      .comment('Whether this is the ticket of the action item now');
    table
      .string('project', 255)
      .nullable()
      .comment(
        'Where the ticket is to be made; none for one linked by address',
      );
    table
      .string('idempotency_key', 64)
      .notNullable()
      .comment('Written before the ticket is made, and into the ticket');
    table
      .timestamp('first_attempt_at')
      .nullable()
      .comment(
        'When making the ticket was first tried; it may exist since then',
      );
    table.string('ticket_key', 255).nullable();
    table.text('url').nullable();
    table.string('status', 16).nullable();
    table.string('status_name', 255).nullable();
    table
      .string('followed_status', 16)
      .nullable()
      .comment('The status of the ticket that the action item is in step with');
    table
      .string('wanted_status', 16)
      .nullable()
      .comment('What the ticket is to become, as the action item became it');
    table.string('sync', 16).notNullable();
    table.integer('failures').notNullable().comment('In a row');
    table.text('error').nullable();
    table.timestamp('synced_at').nullable();
    table
      .timestamp('next_attempt_at')
      .notNullable()
      .comment('Far in the future where nothing is to be done');
    table
      .string('claimed_by', 36)
      .nullable()
      .comment('The attempt under way, so that no other instance makes one');
    table.timestamp('claimed_until').nullable();

    table.primary(['action_item_id', 'tracker']);
    table.index(['next_attempt_at'], 'action_item_tickets_next_attempt_at_idx');
    table.index(
      ['tracker', 'ticket_key'],
      'action_item_tickets_ticket_key_idx',
    );
  });
  await knex.raw(
    'create unique index action_item_tickets_linked_uniq on action_item_tickets (action_item_id) where linked',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('action_item_tickets');
};
