import type { TicketState } from 'backstage-plugin-postmortems-node';
import type { TicketRecord } from '../actionItem/ports';
import { webAddress } from '../kernel/webAddress';

/** The outcome of an attempt. */
export type Outcome =
  | { result: 'state'; state: TicketState }
  | { result: 'unavailable'; message: string; retryAfterSeconds?: number }
  | { result: 'refused'; message: string }
  | { result: 'gone'; message: string };

/** Further facts that decide what happens after an attempt. */
export interface Circumstances {
  now: Date;
  /** From 0 to 1, to spread retries. */
  random: number;
  /** Polling interval for open tickets; undefined to disable polling. */
  pollMs?: number;
  /** When the action item was closed; undefined while it is open. */
  itemClosedAt?: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Consecutive failures to tolerate before showing an error. */
const HICCUPS = 2;
const FIRST_RETRY = 30 * SECOND;
const LONGEST_RETRY = HOUR;
/**
 * Retry interval after a refusal. Trackers send no event when the cause is fixed, so keep retrying.
 */
const REFUSED_RETRY = DAY;
/** Closed tickets are polled at this interval, for a limited time, in case they are reopened. */
const CLOSED_POLL = DAY;
const CLOSED_POLL_FOR = 30 * DAY;

/** Computes a ticket's next state from the outcome of an attempt. */
export function settleTicket(
  ticket: TicketRecord,
  outcome: Outcome,
  around: Circumstances,
): TicketRecord {
  switch (outcome.result) {
    case 'state':
      return afterResponse(ticket, outcome.state, around);
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
          outcome.result === 'refused'
            ? later(around, REFUSED_RETRY)
            : undefined,
      };
  }
}

/** Exponential delay after consecutive failures, up to 90 minutes. */
export function retryDelay(failures: number, random: number): number {
  const delay = Math.min(FIRST_RETRY * 2 ** (failures - 1), LONGEST_RETRY);
  return Math.round(delay * (1 + random / 2));
}

function afterResponse(
  ticket: TicketRecord,
  state: TicketState,
  around: Circumstances,
): TicketRecord {
  // The action item may have changed during the request.
  const unfulfilled =
    ticket.wantedStatus !== undefined && ticket.wantedStatus !== state.status;
  return {
    ...ticket,
    key: state.key,
    url: webAddress(state.url),
    status: state.status,
    statusName: state.statusName,
    // The first status is the baseline. Only changes from it are synced.
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
