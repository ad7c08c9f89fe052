import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import type { TicketRecord } from '../actionItem/ports';
import { noteActionItem, toActionItem, toTicket } from '../actionItem/ports';
import { announce } from '../postmortem/recordHistory';
import type { TicketContext } from './context';
import { followTicket } from './followTicket';
import { isAhead } from './statusRules';
import type { TicketsConfig } from './readTicketsConfig';
import { settleTicket } from './settleTicket';
import type { Outcome } from './settleTicket';

/** Time, in milliseconds, after which the tracker's search reliably finds a new ticket. */
const SEARCH_LAG_MS = 30_000;

/** An attempt to sync a ticket. */
export interface Attempt {
  /** Identifies the attempt in its claim. */
  by: string;
  /** The ticket when the attempt began. */
  ticket: TicketRecord;
  /** When the claim expires. */
  until: Date;
}

/**
 * Stores the outcome of an attempt and its effect on the action item, in one transaction. Does
 * nothing if the ticket was unlinked or the action item was removed.
 */
export async function concludeAttempt(
  ctx: TicketContext,
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
    if (outcome.result === 'state' && wasWoken(attempt, before)) {
      after = { ...after, nextAttemptAt: now.toISOString() };
    }
    if (outcome.result === 'state' && isAhead(after)) {
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
      !after.key && outcome.result === 'unavailable'
        ? new Date(now.getTime() + SEARCH_LAG_MS)
        : undefined,
    );
    await tell(ctx, tx, before, after);
  });
  if (outcome.result === 'unavailable' && outcome.retryAfterSeconds) {
    await ctx.tickets.postpone(
      ctx.knex,
      attempt.ticket.tracker,
      new Date(now.getTime() + outcome.retryAfterSeconds * 1_000),
    );
  }
}

/** Loads everything an attempt needs, with the postmortem locked. */
async function hold(ctx: TicketContext, tx: Knex, { by, ticket }: Attempt) {
  const [found] = await ctx.actionItems.getMany(tx, [ticket.actionItem]);
  const postmortem =
    found && (await ctx.postmortems.get(tx, found.postmortem, { lock: true }));
  const [item] = await ctx.actionItems.getMany(tx, [ticket.actionItem]);
  const before = await ctx.tickets.claimed(tx, ticket, by);
  return postmortem && item && before
    ? { postmortem, item, before }
    : undefined;
}

/** Whether a change was reported during the request, so the response may be outdated. */
function wasWoken({ until }: Attempt, ticket: TicketRecord): boolean {
  return ticket.nextAttemptAt !== until.toISOString();
}

/** Records a created ticket in the history, and signals other visible changes to open screens. */
async function tell(
  ctx: TicketContext,
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
