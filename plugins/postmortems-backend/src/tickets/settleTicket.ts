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

import type { TicketState } from 'backstage-plugin-postmortems-node';
import type { TicketRecord } from '../database/DatabaseTicketStore';
import { webAddress } from '../webAddress';

/** How an attempt ended. */
export type Outcome =
  | { answer: 'state'; state: TicketState }
  | { answer: 'unavailable'; message: string; retryAfterSeconds?: number }
  | { answer: 'refused'; message: string }
  | { answer: 'gone'; message: string };

/** What is known around a ticket when an attempt ends. */
export interface Circumstances {
  now: Date;
  /** From 0 up to 1, so that what failed together does not try again together. */
  random: number;
  /** How often open tickets are looked at; none for never. */
  pollMs?: number;
  /** When the action item was closed, if it is. */
  itemClosedAt?: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So many failures in a row are taken for a hiccup and not shown as failed. */
const HICCUPS = 2;
const FIRST_RETRY = 30 * SECOND;
const LONGEST_RETRY = HOUR;
/** A refusal ends when somebody changes something, which nobody tells us. */
const REFUSED_RETRY = DAY;
/** How often a closed ticket is looked at, in case it is reopened, and for how long. */
const CLOSED_POLL = DAY;
const CLOSED_POLL_FOR = 30 * DAY;

/** What follows for a ticket from how an attempt ended. */
export function settleTicket(
  ticket: TicketRecord,
  outcome: Outcome,
  around: Circumstances,
): TicketRecord {
  switch (outcome.answer) {
    case 'state':
      return answered(ticket, outcome.state, around);
    case 'unavailable': {
      const failures = ticket.failures + 1;
      return {
        ...ticket,
        failures,
        sync: failures > HICCUPS ? 'failed' : 'pending',
        error: outcome.message,
        nextAttemptAt: later(
          around,
          Math.max(
            retryDelay(failures, around.random),
            (outcome.retryAfterSeconds ?? 0) * SECOND,
          ),
        ),
      };
    }
    default:
      return {
        ...ticket,
        failures: ticket.failures + 1,
        sync: 'failed',
        error: outcome.message,
        nextAttemptAt:
          outcome.answer === 'refused'
            ? later(around, REFUSED_RETRY)
            : undefined,
      };
  }
}

/** How long to wait after so many failures in a row: longer each time, up to an hour and a half. */
export function retryDelay(failures: number, random: number): number {
  const delay = Math.min(FIRST_RETRY * 2 ** (failures - 1), LONGEST_RETRY);
  return Math.round(delay * (1 + random / 2));
}

function answered(
  ticket: TicketRecord,
  state: TicketState,
  around: Circumstances,
): TicketRecord {
  // The action item may have changed again while the tracker was answering.
  const unfulfilled =
    ticket.wantedStatus !== undefined && ticket.wantedStatus !== state.status;
  return {
    ...ticket,
    key: state.key,
    url: webAddress(state.url),
    status: state.status,
    statusName: state.statusName,
    // A ticket's first status is where following begins: only changes are carried over.
    followedStatus:
      ticket.wantedStatus === state.status
        ? state.status
        : ticket.followedStatus ?? state.status,
    wantedStatus: unfulfilled ? ticket.wantedStatus : undefined,
    sync: unfulfilled ? 'pending' : 'ok',
    failures: 0,
    error: undefined,
    syncedAt: around.now.toISOString(),
    nextAttemptAt: unfulfilled
      ? around.now.toISOString()
      : nextPoll(state, around),
  };
}

function nextPoll(
  { status }: TicketState,
  around: Circumstances,
): string | undefined {
  const { now, random, pollMs, itemClosedAt } = around;
  if (pollMs === undefined) return undefined;
  if (status === 'open') return later(around, pollMs * (1 + random / 5));
  const closedFor = itemClosedAt ? now.getTime() - Date.parse(itemClosedAt) : 0;
  return closedFor < CLOSED_POLL_FOR
    ? later(around, CLOSED_POLL * (1 + random / 5))
    : undefined;
}

function later({ now }: Circumstances, milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}
