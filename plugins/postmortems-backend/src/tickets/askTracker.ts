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
import type { PostmortemRecord } from '../database/PostmortemRecord';
import type { TicketRecord } from '../database/DatabaseTicketStore';
import { toActionItem } from '../service/actionItems';
import { idOf } from '../service/ids';
import type { ServiceContext } from '../service/ServiceContext';
import type { Outcome } from './settleTicket';

/** How long a tracker may take to answer, in milliseconds. */
const CALL_MS = 15_000;

/** What asking a tracker takes. */
export interface AskOptions {
  ctx: ServiceContext;
  /** Where the portal's frontend is. */
  appUrl: string;
  logger: LoggerService;
}

/** Does the one thing there is to do for a ticket, and tells how it ended. Never throws. */
export async function askTracker(
  options: AskOptions,
  tracker: TicketTracker | undefined,
  ticket: TicketRecord,
): Promise<Outcome> {
  if (!tracker) {
    return {
      answer: 'refused',
      message: `There is no ticket tracker ${ticket.tracker} in this portal any more`,
    };
  }
  try {
    return {
      answer: 'state',
      state: await exchange(options, tracker, ticket),
    };
  } catch (error) {
    if (error instanceof TicketNotFoundError) {
      return { answer: 'gone', message: error.message };
    }
    if (error instanceof TicketRefusedError) {
      return { answer: 'refused', message: error.message };
    }
    if (error instanceof TrackerUnavailableError) {
      const { message, retryAfterSeconds } = error;
      return { answer: 'unavailable', message, retryAfterSeconds };
    }
    // Not one of the errors that are written for people, so its text is for the log alone.
    options.logger.error(`${tracker.title} failed: ${stringifyError(error)}`);
    return {
      answer: 'unavailable',
      message: `${tracker.title} could not be asked; the reason is in the log of the portal`,
    };
  }
}

/** Makes the ticket, closes or reopens it, or looks at it. */
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
    `${key} should have become ${wantedStatus} but is ${state.status}`,
  );
}

/** Makes the ticket, unless an earlier attempt made it and did not live to tell. */
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
    throw new TicketNotFoundError('There is no action item to make it for');
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
    ...describe(postmortem, toActionItem(item, ctx.clock()), appUrl),
  };
  return inTime(tracker, call => tracker.create(request, call));
}

/**
 * What a ticket tells of an action item. Who may see a tracker is not for us to know, so of a
 * restricted postmortem it tells nothing but where it is.
 */
function describe(
  { number, title, visibility }: PostmortemRecord,
  actionItem: ActionItem,
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

async function itemOf({ ctx }: AskOptions, ticket: TicketRecord) {
  const [item] = await ctx.actionItems.getMany(ctx.knex, [ticket.actionItem]);
  return item;
}

/** Makes a call that ends in time, even if the tracker pays no heed to its signal. */
async function inTime<T>(
  tracker: TicketTracker,
  make: (call: TrackerCallOptions) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(CALL_MS);
  const tooLate = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () =>
      reject(
        new TrackerUnavailableError(
          `${tracker.title} did not answer within ${CALL_MS / 1_000} seconds`,
        ),
      ),
    );
  });
  return Promise.race([make({ signal }), tooLate]);
}
