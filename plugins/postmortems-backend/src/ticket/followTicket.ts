import { isError } from '@backstage/errors';
import type { TicketState } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type { ActionItemRecord } from '../actionItem/ports';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { changeActionItem, settle } from '../actionItem/ports';
import type { TicketContext } from './context';
import { itemAfterTicket } from './statusRules';

/**
 * Closes or reopens an action item because its ticket was closed or reopened, under the same rules
 * that apply to people. Runs in the caller's transaction, which holds the postmortem's lock.
 *
 * @returns the reason if a rule forbids the change
 */
export async function followTicket(
  ctx: TicketContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  item: ActionItemRecord,
  state: TicketState,
): Promise<string | undefined> {
  const status = itemAfterTicket(item.status, state);
  if (!status) return undefined;

  const happened = `${state.key} was ${
    state.status === 'open'
      ? 'reopened'
      : `closed${state.declined ? ` as ${state.statusName ?? 'declined'}` : ''}`
  }`;
  try {
    const facts = settle(
      ctx,
      postmortem,
      item,
      {
        ...item,
        status,
        statusReason: status === 'declined' ? happened : undefined,
      },
      undefined,
    );
    await changeActionItem(ctx, tx, item, facts, {
      actorRef: `ticket:${item.ticket?.tracker}`,
      reason: happened,
    });
    return undefined;
  } catch (error) {
    if (
      isError(error) &&
      ['InputError', 'ConflictError'].includes(error.name)
    ) {
      return `${happened}, but the action item could not be updated: ${error.message}`;
    }
    throw error;
  }
}
