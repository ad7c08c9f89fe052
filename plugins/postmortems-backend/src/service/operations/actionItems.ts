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

import { isError } from '@backstage/errors';
import type { UpdateActionItem } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { both } from '../../access/Access';
import type { ActionItemRecord } from '../../database/DatabaseActionItemStore';
import {
  changeActionItem,
  findActionItem,
  insertActionItem,
  linkActionItemOwner,
  noteActionItem,
  settle,
  toActionItem,
} from '../actionItems';
import { actorOf } from '../actor';
import { assertRevision } from '../errors';
import { idOf } from '../ids';
import { normalizeActionItemFilter, utc } from '../normalize';
import { load, loadForChange } from '../saving';
import type { TicketSync } from '../../tickets/TicketSync';
import type { ServiceContext } from '../ServiceContext';

type Operations = Pick<
  PostmortemsService,
  | 'listPostmortemActionItems'
  | 'addActionItem'
  | 'updateActionItem'
  | 'removeActionItem'
  | 'listActionItems'
  | 'summarizeActionItems'
  | 'bulkUpdateActionItems'
>;

/**
 * Action items, of one postmortem and across all.
 *
 * @param tickets - lets the tickets of action items follow
 */
export function actionItemOperations(
  ctx: ServiceContext,
  tickets: TicketSync,
): Operations {
  /** The owner that a change names, found in the catalog. */
  async function linkOwner(
    { ownerRef }: UpdateActionItem,
    { credentials }: PostmortemsServiceOptions,
  ) {
    return ownerRef && linkActionItemOwner(ctx, ownerRef, credentials);
  }

  /**
   * @param linkedOwner - what `linkOwner` gave for the change, so that one made to many items asks
   *   the catalog once
   */
  async function update(
    id: string,
    key: string,
    change: UpdateActionItem,
    ifMatch: number,
    linkedOwner: ReturnType<typeof linkOwner>,
    { credentials }: PostmortemsServiceOptions,
  ) {
    const ownerRef = await linkedOwner;
    return ctx.knex.transaction(async tx => {
      const postmortem = await loadForChange(ctx, tx, id);
      const before = await findActionItem(ctx, tx, id, key);
      assertRevision(toRead(before), ifMatch);

      const { position, dueReason, ...facts } = change;
      const settled = settle(
        ctx,
        postmortem,
        before,
        {
          ...before,
          ...facts,
          ownerRef:
            change.ownerRef === undefined
              ? before.ownerRef
              : ownerRef ?? undefined,
          dueAt:
            change.dueAt === undefined
              ? before.dueAt
              : utc(change.dueAt) ?? undefined,
        },
        dueReason,
      );
      const changed = await changeActionItem(ctx, tx, before, settled, {
        actorRef: actorOf(credentials),
        reason: dueReason ?? change.statusReason,
      });
      if (position !== undefined) await move(tx, changed, position);
      const after = await tickets.itemChanged(tx, before, changed);
      return toRead(after);
    });
  }

  function toRead(record: ActionItemRecord) {
    return toActionItem(record, ctx.clock());
  }

  /** Puts an item at another place, and numbers the places of all anew. */
  async function move(tx: Knex, item: ActionItemRecord, position: number) {
    const others = (await ctx.actionItems.list(tx, item.postmortem)).filter(
      each => each.rowId !== item.rowId,
    );
    const ordered = [
      ...others.slice(0, position),
      item,
      ...others.slice(position),
    ];
    for (const [place, each] of ordered.entries()) {
      await ctx.actionItems.setPosition(tx, each.rowId, place);
    }
  }

  return {
    async listPostmortemActionItems({ params }) {
      const { number } = await load(ctx, params.id);
      const items = await ctx.actionItems.list(ctx.knex, number);
      return { items: items.map(toRead) };
    },

    async addActionItem({ params, body }, { credentials }) {
      const { dueReason, ...wanted } = body;
      const ownerRef =
        body.ownerRef &&
        (await linkActionItemOwner(ctx, body.ownerRef, credentials));
      return ctx.knex.transaction(async tx => {
        const postmortem = await loadForChange(ctx, tx, params.id);
        const facts = settle(
          ctx,
          postmortem,
          undefined,
          { ...wanted, ownerRef, dueAt: utc(wanted.dueAt) },
          dueReason,
        );
        const item = await insertActionItem(ctx, tx, postmortem, facts);
        await noteActionItem(ctx, tx, item, {
          actorRef: actorOf(credentials),
          action: 'action-item-added',
          after: toRead(item),
          reason: dueReason ?? facts.statusReason,
        });
        return toRead(item);
      });
    },

    updateActionItem: ({ params, body, ifMatch }, options) =>
      update(
        params.id,
        params.key,
        body,
        ifMatch,
        linkOwner(body, options),
        options,
      ),

    async removeActionItem({ params, ifMatch }, { credentials }) {
      await ctx.knex.transaction(async tx => {
        await loadForChange(ctx, tx, params.id);
        const item = await findActionItem(ctx, tx, params.id, params.key);
        assertRevision(toRead(item), ifMatch);
        await ctx.actionItems.delete(tx, item.rowId);
        await noteActionItem(ctx, tx, item, {
          actorRef: actorOf(credentials),
          action: 'action-item-removed',
          before: toRead(item),
        });
      });
    },

    async listActionItems({ query }) {
      const { limit, cursor, totalItems, orderField, ...filter } = query;
      const page = await ctx.actionItemList.list(
        ctx.knex,
        {
          filter: normalizeActionItemFilter(filter, ctx.policy.severities),
          visible: both(ctx.access.visible, ctx.access.permitted),
          limit,
          cursor,
          totalItems,
          orderField,
        },
        ctx.clock(),
      );
      return {
        ...page,
        items: page.items.map(({ item, postmortem: { number, ...shown } }) => ({
          ...toRead(item),
          postmortem: { id: idOf(number), ...shown },
        })),
      };
    },

    async summarizeActionItems({ query }) {
      const { groupBy, ...filter } = query;
      return ctx.actionItemList.summarize(
        ctx.knex,
        {
          groupBy,
          filter: normalizeActionItemFilter(filter, ctx.policy.severities),
          visible: both(ctx.access.visible, ctx.access.permitted),
        },
        ctx.clock(),
      );
    },

    async bulkUpdateActionItems({ body }, options) {
      const results = [];
      const owner = linkOwner(body.set, options);
      for (const { id, revision } of body.items) {
        const [postmortem, key] = id.split('/');
        try {
          const item = await update(
            postmortem,
            key,
            body.set,
            revision,
            owner,
            options,
          );
          results.push({ id, item });
        } catch (error) {
          if (!isRefusal(error)) throw error;
          results.push({
            id,
            error: { name: error.name, message: error.message },
          });
        }
      }
      return { results };
    },
  };
}

/** Whether an error says no to this item, rather than that nothing works. */
function isRefusal(error: unknown): error is Error {
  return (
    isError(error) &&
    [
      'InputError',
      'NotFoundError',
      'NotAllowedError',
      'ConflictError',
      'StaleRevisionError',
    ].includes(error.name)
  );
}
