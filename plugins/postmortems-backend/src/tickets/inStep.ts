/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { isClosed } from 'backstage-plugin-postmortems-common';
import type {
  ActionItemStatus,
  Ticket,
} from 'backstage-plugin-postmortems-common';
import type { TicketState } from 'backstage-plugin-postmortems-node';
import type { TicketRecord } from '../database/DatabaseTicketStore';

/**
 * What follows for a ticket when its action item goes from one status to another.
 *
 * @returns undefined where nothing does
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
 * The status that follows for an action item when its ticket was closed or reopened.
 *
 * @returns undefined where it has it already
 */
export function itemAfterTicket(
  status: ActionItemStatus,
  state: TicketState,
): ActionItemStatus | undefined {
  if (isClosed(status) === (state.status === 'closed')) return undefined;
  if (state.status === 'open') return 'open';
  return state.declined ? 'declined' : 'done';
}

/** Whether a ticket was closed or reopened in the tracker, and its action item not yet. */
export function isAhead(ticket: TicketRecord): boolean {
  return (
    ticket.wantedStatus === undefined && ticket.status !== ticket.followedStatus
  );
}

/** A ticket as the API shows it. */
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
