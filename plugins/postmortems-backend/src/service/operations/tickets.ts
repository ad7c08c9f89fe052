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
import type { ActionItemRecord } from '../../database/DatabaseActionItemStore';
import type { TicketRecord } from '../../database/DatabaseTicketStore';
import { chooseTarget, ticketTargetsOf } from '../../tickets/ticketTargets';
import type { TicketSync } from '../../tickets/TicketSync';
import { findActionItem, noteActionItem, toActionItem } from '../actionItems';
import { actorOf } from '../actor';
import { load, loadForChange } from '../saving';
import type { ServiceContext } from '../ServiceContext';

type Operations = Pick<
  PostmortemsService,
  'listTrackers' | 'putTicket' | 'removeTicket' | 'syncTicket'
>;

interface Params {
  id: string;
  key: string;
}

/** As much as is stored; no tracker's keys come near. */
const LONGEST_KEY = 255;

/** Which ticket an action item is to have. */
type Wanted = Pick<TicketRecord, 'tracker' | 'project' | 'key' | 'url'>;

/** The tickets of action items. */
export function ticketOperations(
  ctx: ServiceContext,
  tickets: TicketSync,
): Operations {
  /** Changes the ticket of an action item, and attempts at once what is then to be done. */
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

  /** Writes the ticket that an action item has from now on, or no longer has. */
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
        ? `url must be the address of a ticket in ${titles.join(' or ')}`
        : 'url cannot be linked: this portal has no ticket tracker',
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
            `${params.id}/${params.key} has the ticket ${
              ticket.key ?? `being made in ${ticket.tracker}`
            } already; unlink that first`,
          );
        }
        if (wanted.project && isClosed(item.status)) {
          throw new ConflictError(
            `${params.id}/${params.key} is ${item.status}, so there is nothing to make a ticket for`,
          );
        }
        // It is the same key whenever a ticket is made for this action item in this tracker, so
        // that one made before, though nobody knows of it any more, is found and not made again.
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
            `${params.id}/${params.key} has no ticket to compare with`,
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

/** Whether the ticket that an action item has is the one asked for. */
function isSame(ticket: TicketRecord, wanted: Wanted): boolean {
  if (ticket.tracker !== wanted.tracker) return false;
  return wanted.project
    ? ticket.project !== undefined
    : ticket.key === wanted.key;
}
