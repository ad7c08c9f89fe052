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

import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { TicketRecord } from '../database/DatabaseTicketStore';
import { noteActionItem, toActionItem } from '../service/actionItems';
import { announce } from '../service/recording';
import type { ServiceContext } from '../service/ServiceContext';
import { followTicket } from './followTicket';
import { isAhead, toTicket } from './inStep';
import type { TicketsConfig } from './readTicketsConfig';
import { settleTicket } from './settleTicket';
import type { Outcome } from './settleTicket';

/** After a ticket was perhaps made: until the tracker is sure to find it. */
const SEARCH_LAG_MS = 30_000;

/** An attempt to do what is to be done for a ticket. */
export interface Attempt {
  /** Its name, by which it holds the ticket. */
  by: string;
  /** The ticket as it was when the attempt began. */
  ticket: TicketRecord;
  /** When it would have been given up. */
  until: Date;
}

/**
 * Writes what came of an attempt and what follows for the action item, in one transaction. Where
 * the ticket was unlinked meanwhile, or the action item removed, nothing does.
 */
export async function concludeAttempt(
  ctx: ServiceContext,
  config: TicketsConfig,
  attempt: Attempt,
  outcome: Outcome,
  random: number,
): Promise<void> {
  const now = ctx.clock();
  await ctx.knex.transaction(async tx => {
    const held = await hold(ctx, tx, attempt);
    if (!held) return;
    const { postmortem, item, before } = held;

    let after = settleTicket(before, outcome, {
      now,
      random,
      pollMs: config.pollMs,
      itemClosedAt: item.closedAt,
    });
    if (outcome.answer === 'state' && wasWoken(attempt, before)) {
      after = { ...after, nextAttemptAt: now.toISOString() };
    }
    if (outcome.answer === 'state' && isAhead(after)) {
      const problem = config.closeItem
        ? await followTicket(
            ctx,
            tx,
            postmortem,
            { ...item, ticket: after },
            outcome.state,
          )
        : undefined;
      after = problem
        ? { ...after, sync: 'failed', error: problem }
        : { ...after, followedStatus: after.status };
    }
    await ctx.tickets.put(tx, after);
    await ctx.tickets.release(
      tx,
      after,
      !after.key && outcome.answer === 'unavailable'
        ? new Date(now.getTime() + SEARCH_LAG_MS)
        : undefined,
    );
    await tell(ctx, tx, before, after);
  });
  if (outcome.answer === 'unavailable' && outcome.retryAfterSeconds) {
    await ctx.tickets.postpone(
      ctx.knex,
      attempt.ticket.tracker,
      new Date(now.getTime() + outcome.retryAfterSeconds * 1_000),
    );
  }
}

/** Loads all that an attempt is about, with the postmortem held so that nobody else changes it. */
async function hold(ctx: ServiceContext, tx: Knex, { by, ticket }: Attempt) {
  const [found] = await ctx.actionItems.getMany(tx, [ticket.actionItem]);
  const postmortem =
    found && (await ctx.postmortems.get(tx, found.postmortem, { lock: true }));
  const [item] = await ctx.actionItems.getMany(tx, [ticket.actionItem]);
  const before = await ctx.tickets.claimed(tx, ticket, by);
  return postmortem && item && before
    ? { postmortem, item, before }
    : undefined;
}

/** Whether the tracker told of a change while it was being asked, so that its answer may be old. */
function wasWoken({ until }: Attempt, ticket: TicketRecord): boolean {
  return ticket.nextAttemptAt !== until.toISOString();
}

/** Records a ticket that was made, and lets open screens know of everything else one can see. */
async function tell(
  ctx: ServiceContext,
  tx: Knex,
  before: TicketRecord,
  after: TicketRecord,
): Promise<void> {
  if (isDeepStrictEqual(visible(before), visible(after))) return;
  const now = ctx.clock();
  const [item] = await ctx.actionItems.getMany(tx, [after.actionItem]);
  const change = {
    actorRef: `ticket:${after.tracker}`,
    action: 'action-item-changed' as const,
    before: toActionItem({ ...item, ticket: before }, now),
    after: toActionItem(item, now),
  };
  if (!before.key && after.key) await noteActionItem(ctx, tx, item, change);
  else {
    await announce(ctx, tx, item.postmortem, [
      { ...change, at: now.toISOString(), field: `A${item.number}` },
    ]);
  }
}

function visible(ticket: TicketRecord) {
  return { ...toTicket(ticket), syncedAt: undefined };
}
