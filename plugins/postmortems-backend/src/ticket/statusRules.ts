import { isClosed } from 'backstage-plugin-postmortems-common';
import type { ActionItemStatus } from 'backstage-plugin-postmortems-common';
import type { TicketState } from 'backstage-plugin-postmortems-node';
import type { TicketRecord } from '../actionItem/ports';

/**
 * The effect of an action item's status change on its ticket.
 *
 * @returns undefined if there is none
 */
export function ticketAfterItem(
  ticket: TicketRecord,
  before: ActionItemStatus,
  after: ActionItemStatus,
  now: Date,
): TicketRecord | undefined {
  if (isClosed(before) === isClosed(after)) return undefined;
  return {
    ...ticket,
    wantedStatus: isClosed(after) ? 'closed' : 'open',
    sync: 'pending',
    failures: 0,
    error: undefined,
    nextAttemptAt: now.toISOString(),
  };
}

/**
 * The effect of a ticket's status change on its action item.
 *
 * @returns undefined if the item already has that status
 */
export function itemAfterTicket(
  status: ActionItemStatus,
  state: TicketState,
): ActionItemStatus | undefined {
  if (isClosed(status) === (state.status === 'closed')) return undefined;
  if (state.status === 'open') return 'open';
  return state.declined ? 'declined' : 'done';
}

/** Whether a ticket changed in the tracker and its action item hasn't been updated yet. */
export function isAhead(ticket: TicketRecord): boolean {
  return (
    ticket.wantedStatus === undefined && ticket.status !== ticket.followedStatus
  );
}
