import type { Ticket, TicketStatus } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { FAR_FUTURE, fromDbTime } from '../kernel/db/time';
import type { DbTime } from '../kernel/db/time';

const TABLE = 'action_item_tickets';

/** Identifies a ticket. An action item has at most one ticket per tracker. */
export interface TicketRef {
  /** The action item's row id. */
  actionItem: number;
  tracker: string;
}

/** A ticket as stored. Times are ISO 8601 in UTC. */
export interface TicketRecord extends TicketRef {
  /** Whether this is the current ticket of the action item. */
  linked: boolean;
  /** The project in which to create the ticket; undefined for a ticket linked by URL. */
  project?: string;
  idempotencyKey: string;
  /**
   * When creating the ticket was first attempted. From then on the ticket may exist, whatever the
   * tracker's response was.
   */
  firstAttemptAt?: string;
  key?: string;
  url?: string;
  status?: TicketStatus;
  statusName?: string;
  /** The ticket status when the action item was last synced with it. */
  followedStatus?: TicketStatus;
  /** The status to set on the ticket, after its action item changed. */
  wantedStatus?: TicketStatus;
  sync: Ticket['sync'];
  /** Consecutive failures. */
  failures: number;
  error?: string;
  syncedAt?: string;
  /** When the next action is due; undefined if none is. */
  nextAttemptAt?: string;
}

/** A row of `action_item_tickets`. */
export interface TicketRow {
  action_item_id: number;
  tracker: string;
  linked: boolean | number;
  project: string | null;
  idempotency_key: string;
  first_attempt_at: DbTime | null;
  ticket_key: string | null;
  url: string | null;
  status: string | null;
  status_name: string | null;
  followed_status: string | null;
  wanted_status: string | null;
  sync: string;
  failures: number;
  error: string | null;
  synced_at: DbTime | null;
  next_attempt_at: DbTime;
  claimed_by: string | null;
  claimed_until: DbTime | null;
}

/** Ticket columns, with their aliases in queries over action items. */
const TICKET_COLUMNS = (
  [
    'action_item_id',
    'tracker',
    'linked',
    'project',
    'idempotency_key',
    'first_attempt_at',
    'ticket_key',
    'url',
    'status',
    'status_name',
    'followed_status',
    'wanted_status',
    'sync',
    'failures',
    'error',
    'synced_at',
    'next_attempt_at',
  ] as const satisfies (keyof TicketRow)[]
).map(column => ({ column, name: `its_${column}` as const }));

/** The columns of an action item's ticket; null if it has none. */
export type TicketColumns = {
  [C in (typeof TICKET_COLUMNS)[number]['column'] as `its_${C}`]:
    | TicketRow[C]
    | null;
};

/** Adds the ticket columns to a query over `action_items`. */
export function selectTicketColumns(query: Knex.QueryBuilder): void {
  query
    .joinRaw(
      `left join ${TABLE} as ticket on ticket.action_item_id = action_items.id and ticket.linked`,
    )
    .select(
      TICKET_COLUMNS.map(({ column, name }) => `ticket.${column} as ${name}`),
    );
}

/** Reads the ticket from a row with the ticket columns; undefined if there is none. */
export function ticketFromColumns(
  row: TicketColumns,
): TicketRecord | undefined {
  if (row.its_action_item_id === null) return undefined;
  return fromRow(
    Object.fromEntries(
      TICKET_COLUMNS.map(({ column, name }) => [column, row[name]]),
    ) as unknown as TicketRow,
  );
}

/** Converts a row to a ticket. */
export function fromRow(row: TicketRow): TicketRecord {
  const nextAttemptAt = new Date(row.next_attempt_at);
  return {
    actionItem: row.action_item_id,
    tracker: row.tracker,
    linked: Boolean(row.linked),
    project: row.project ?? undefined,
    idempotencyKey: row.idempotency_key,
    firstAttemptAt: fromDbTime(row.first_attempt_at),
    key: row.ticket_key ?? undefined,
    url: row.url ?? undefined,
    status: (row.status as TicketStatus) ?? undefined,
    statusName: row.status_name ?? undefined,
    followedStatus: (row.followed_status as TicketStatus) ?? undefined,
    wantedStatus: (row.wanted_status as TicketStatus) ?? undefined,
    sync: row.sync as Ticket['sync'],
    failures: row.failures,
    error: row.error ?? undefined,
    syncedAt: fromDbTime(row.synced_at),
    nextAttemptAt:
      nextAttemptAt < FAR_FUTURE ? nextAttemptAt.toISOString() : undefined,
  };
}

/** Converts a ticket for API responses. */
export function toTicket(record: TicketRecord): Ticket {
  return {
    tracker: record.tracker,
    key: record.key,
    url: record.url,
    status: record.status,
    statusName: record.statusName,
    syncedAt: record.syncedAt,
    sync: record.sync,
    error: record.error,
    nextAttemptAt: record.sync === 'ok' ? undefined : record.nextAttemptAt,
  };
}
