import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { isClosed } from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  PutTicket,
} from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type { ActionItemRecord, TicketRecord } from '../actionItem/ports';
import { chooseTarget, ticketTargetsOf } from './ticketTargets';
import type { TicketSync } from './TicketSync';
import {
  findActionItem,
  noteActionItem,
  toActionItem,
} from '../actionItem/ports';
import { actorOf } from '../kernel/actor';
import { load, loadForChange } from '../postmortem/change';
import type { TicketContext } from './context';

type Operations = Pick<
  PostmortemsService,
  'listTrackers' | 'putTicket' | 'removeTicket' | 'syncTicket'
>;

interface Params {
  id: string;
  key: string;
}

/** Size of the database column. Keys in all supported trackers are shorter. */
const LONGEST_KEY = 255;

/** The ticket that an action item should have. */
type Wanted = Pick<TicketRecord, 'tracker' | 'project' | 'key' | 'url'>;

/** Links and unlinks tickets for action items. */
export function ticketOperations(
  ctx: TicketContext,
  tickets: TicketSync,
): Operations {
  /** Changes the ticket of an action item, and syncs it right away. */
  async function change(
    { id, key }: Params,
    work: (
      item: ActionItemRecord,
      tx: Knex,
    ) => Promise<TicketRecord | undefined>,
  ): Promise<ActionItem> {
    const changed = await ctx.knex.transaction(async tx => {
      await loadForChange(ctx, tx, id);
      return work(await findActionItem(ctx, tx, id, key), tx);
    });
    if (changed?.linked) await tickets.syncNow(changed);
    return toActionItem(
      await findActionItem(ctx, ctx.knex, id, key),
      ctx.clock(),
    );
  }

  /** Stores an action item's new ticket, or unlinks the current one. */
  async function save(
    tx: Knex,
    item: ActionItemRecord,
    ticket: TicketRecord,
    { credentials }: PostmortemsServiceOptions,
  ): Promise<TicketRecord> {
    const now = ctx.clock();
    await ctx.tickets.put(tx, ticket);
    await noteActionItem(ctx, tx, item, {
      actorRef: actorOf(credentials),
      action: 'action-item-changed',
      before: toActionItem(item, now),
      after: toActionItem(
        { ...item, ticket: ticket.linked ? ticket : undefined },
        now,
      ),
    });
    return ticket;
  }

  async function wantedTicket(
    params: Params,
    body: PutTicket,
    { credentials }: PostmortemsServiceOptions,
  ): Promise<Wanted> {
    if (body.url) return byUrl(body.url);
    const postmortem = await load(ctx, params.id);
    const { ownerRef } = await findActionItem(
      ctx,
      ctx.knex,
      params.id,
      params.key,
    );
    const teams = [
      ...(ownerRef?.startsWith('group:') ? [ownerRef] : []),
      ...postmortem.teamRefs,
    ];
    const groups = await ctx.linking.find(teams, credentials);
    return chooseTarget({
      teams: teams.map(ref => {
        const group = groups.get(ref);
        return { ref, targets: group ? ticketTargetsOf(group) : [] };
      }),
      defaultTarget: tickets.config.defaultTarget,
      trackers: [...tickets.trackers.keys()],
      tracker: body.tracker,
    });
  }

  function byUrl(url: string): Wanted {
    for (const tracker of tickets.trackers.values()) {
      const key = tracker.parseUrl(url);
      if (key && key.length <= LONGEST_KEY)
        return { tracker: tracker.id, key, url };
    }
    const titles = [...tickets.trackers.values()].map(({ title }) => title);
    throw new InputError(
      titles.length > 0
        ? `url must be a ticket in ${titles.join(' or ')}`
        : 'url cannot be linked: no ticket tracker is installed. Add a tracker module to the backend',
    );
  }

  return {
    async listTrackers() {
      return {
        items: [...tickets.trackers.values()].map(({ id, title }) => ({
          id,
          title,
        })),
      };
    },

    async putTicket({ params, body }, options) {
      const wanted = await wantedTicket(params, body, options);
      return change(params, async (item, tx) => {
        const { ticket } = item;
        if (ticket && isSame(ticket, wanted)) return undefined;
        if (ticket) {
          throw new ConflictError(
            `${params.id}/${params.key} already has a ticket (${
              ticket.key ?? `being created in ${ticket.tracker}`
            }). Unlink it first`,
          );
        }
        if (wanted.project && isClosed(item.status)) {
          throw new ConflictError(
            `${params.id}/${params.key} is ${item.status}. Reopen it before creating a ticket`,
          );
        }
        // The idempotency key stays the same per action item and tracker, so that a ticket created
        // earlier is found instead of duplicated.
        const once = await ctx.tickets.get(tx, {
          actionItem: item.rowId,
          tracker: wanted.tracker,
        });
        return save(
          tx,
          item,
          {
            actionItem: item.rowId,
            ...wanted,
            linked: true,
            idempotencyKey: once?.idempotencyKey ?? randomUUID(),
            firstAttemptAt: once?.firstAttemptAt,
            sync: 'pending',
            failures: 0,
            nextAttemptAt: ctx.clock().toISOString(),
          },
          options,
        );
      });
    },

    removeTicket: ({ params }, options) =>
      change(params, async (item, tx) =>
        item.ticket
          ? save(
              tx,
              item,
              { ...item.ticket, linked: false, nextAttemptAt: undefined },
              options,
            )
          : undefined,
      ),

    syncTicket: ({ params }) =>
      change(params, async ({ ticket }, tx) => {
        if (!ticket) {
          throw new NotFoundError(
            `${params.id}/${params.key} has no ticket to sync`,
          );
        }
        const again: TicketRecord = {
          ...ticket,
          sync: ticket.sync === 'failed' ? 'pending' : ticket.sync,
          nextAttemptAt: ctx.clock().toISOString(),
        };
        await ctx.tickets.put(tx, again);
        return again;
      }),
  };
}

/** Whether an action item already has the requested ticket. */
function isSame(ticket: TicketRecord, wanted: Wanted): boolean {
  if (ticket.tracker !== wanted.tracker) return false;
  return wanted.project
    ? ticket.project !== undefined
    : ticket.key === wanted.key;
}
