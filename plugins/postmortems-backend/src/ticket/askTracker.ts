import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  TicketNotFoundError,
  TicketRefusedError,
  TrackerUnavailableError,
} from 'backstage-plugin-postmortems-node';
import type {
  CreateTicketRequest,
  TicketState,
  TicketTracker,
  TrackerCallOptions,
} from 'backstage-plugin-postmortems-node';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { TicketRecord } from '../actionItem/ports';
import { toActionItem } from '../actionItem/ports';
import { idOf } from '../kernel/ids';
import { dueDay, timeZoneOf } from '../policy/dueDay';
import type { TicketContext } from './context';
import type { Outcome } from './settleTicket';

/** Timeout for a tracker request, in milliseconds. */
const CALL_MS = 15_000;

export interface AskOptions {
  ctx: TicketContext;
  /** URL of the portal's frontend. */
  appUrl: string;
  logger: LoggerService;
}

/** Performs the next action for a ticket, and returns the outcome. Never throws. */
export async function askTracker(
  options: AskOptions,
  tracker: TicketTracker | undefined,
  ticket: TicketRecord,
): Promise<Outcome> {
  if (!tracker) {
    return {
      result: 'refused',
      message: `Ticket tracker ${ticket.tracker} is no longer installed. Install its module, or unlink the ticket`,
    };
  }
  try {
    return {
      result: 'state',
      state: await exchange(options, tracker, ticket),
    };
  } catch (error) {
    if (error instanceof TicketNotFoundError) {
      return { result: 'gone', message: error.message };
    }
    if (error instanceof TicketRefusedError) {
      return { result: 'refused', message: error.message };
    }
    if (error instanceof TrackerUnavailableError) {
      const { message, retryAfterSeconds } = error;
      return { result: 'unavailable', message, retryAfterSeconds };
    }
    // Unexpected errors may contain internals, so they only go to the log.
    options.logger.error(
      `${tracker.title} request failed: ${stringifyError(error)}`,
    );
    return {
      result: 'unavailable',
      message: `${tracker.title} request failed. See the backend log for the cause`,
    };
  }
}

/** Creates, closes, reopens or fetches the ticket. */
async function exchange(
  options: AskOptions,
  tracker: TicketTracker,
  ticket: TicketRecord,
): Promise<TicketState> {
  const { key, wantedStatus } = ticket;
  if (!key) return create(options, tracker, ticket);
  if (!wantedStatus) {
    return inTime(tracker, call => tracker.fetch(key, call));
  }
  const item = await itemOf(options, ticket);
  const state = await inTime(tracker, call =>
    tracker.setStatus(
      key,
      { status: wantedStatus, declined: item?.status === 'declined' },
      call,
    ),
  );
  if (state.status === wantedStatus) return state;
  throw new TicketRefusedError(
    `${key} is still ${state.status} after setting it to ${wantedStatus}. Check the workflow in the tracker`,
  );
}

/** Creates the ticket, unless an earlier attempt created it and only the response was lost. */
async function create(
  options: AskOptions,
  tracker: TicketTracker,
  ticket: TicketRecord,
): Promise<TicketState> {
  const { ctx, appUrl } = options;
  const { idempotencyKey, firstAttemptAt, project } = ticket;
  const item = await itemOf(options, ticket);
  const postmortem =
    item && (await ctx.postmortems.get(ctx.knex, item.postmortem));
  if (!item || !postmortem || !project) {
    throw new TicketNotFoundError(
      'The action item of this ticket no longer exists',
    );
  }
  if (firstAttemptAt) {
    const since = new Date(firstAttemptAt);
    const found = await inTime(tracker, call =>
      tracker.findByIdempotencyKey({ project, idempotencyKey, since }, call),
    );
    if (found) return found;
  } else {
    await ctx.tickets.setFirstAttempt(ctx.knex, ticket, ctx.clock());
  }
  const request = {
    project,
    idempotencyKey,
    ...describe(
      postmortem,
      withDueDay(
        toActionItem(item, ctx.clock()),
        timeZoneOf(postmortem, ctx.policy),
      ),
      appUrl,
    ),
  };
  return inTime(tracker, call => tracker.create(request, call));
}

/**
 * Describes an action item for its ticket. We don't know who can read the tracker, so for a
 * restricted postmortem the description is only a link.
 */
function describe(
  { number, title, visibility }: PostmortemRecord,
  actionItem: CreateTicketRequest['actionItem'],
  appUrl: string,
): Pick<CreateTicketRequest, 'actionItem' | 'postmortem'> {
  const id = idOf(number);
  const url = `${appUrl}/postmortems/${id}`;
  if (visibility !== 'restricted') {
    return { actionItem, postmortem: { id, title, url } };
  }
  return {
    actionItem: {
      ...actionItem,
      title: `Action item ${actionItem.id}`,
      description: '',
    },
    postmortem: { id, title: 'Restricted', url },
  };
}

function withDueDay(
  item: ActionItem,
  timeZone: string,
): CreateTicketRequest['actionItem'] {
  return item.dueAt ? { ...item, dueOn: dueDay(item.dueAt, timeZone) } : item;
}

async function itemOf({ ctx }: AskOptions, ticket: TicketRecord) {
  const [item] = await ctx.actionItems.getMany(ctx.knex, [ticket.actionItem]);
  return item;
}

/** Enforces the timeout even if the tracker ignores its signal. */
async function inTime<T>(
  tracker: TicketTracker,
  make: (call: TrackerCallOptions) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(CALL_MS);
  const tooLate = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () =>
      reject(
        new TrackerUnavailableError(
          `${tracker.title} did not respond within ${CALL_MS / 1_000} seconds`,
        ),
      ),
    );
  });
  return Promise.race([make({ signal }), tooLate]);
}
