import type { UpdateActionItem } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { intersect } from '../kernel/access/Access';
import type { ActionItemRecord } from './ActionItemStore';
import {
  assertKnownOwner,
  changeActionItem,
  findActionItem,
  insertActionItem,
  linkActionItemOwner,
  noteActionItem,
  settle,
  toActionItem,
} from './changeActionItem';
import { actorOf } from '../kernel/actor';
import { assertRevision, isRefusal } from '../kernel/errors';
import { idOf } from '../kernel/ids';
import { utc } from '../kernel/normalize';
import { timeZoneOf } from '../policy/dueDay';
import { normalizeActionItemFilter } from '../postmortem/normalizeFilter';
import { load, loadForChange } from '../postmortem/change';
import { permissionsFor } from '../postmortem/accessFields';
import { assertInCatalog } from '../team/ports';
import type { ActionItemContext } from './context';

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

/** Keeps an action item's ticket in sync with the item. */
export interface ItemTickets {
  /** @returns the action item with its updated ticket */
  itemChanged(
    tx: Knex,
    before: ActionItemRecord,
    after: ActionItemRecord,
  ): Promise<ActionItemRecord>;
}

/**
 * Operations on the action items in one postmortem, and on all action items.
 *
 * @param tickets - syncs tickets with their action items
 */
export function actionItemOperations(
  ctx: ActionItemContext,
  tickets: ItemTickets,
): Operations {
  /** Looks up the new owner, if a change sets one. */
  async function linkOwner(
    { ownerRef }: UpdateActionItem,
    { credentials }: PostmortemsServiceOptions,
  ) {
    return ownerRef
      ? linkActionItemOwner(ctx, ownerRef, credentials)
      : undefined;
  }

  /**
   * @param linkedOwner - result of `linkOwner`; passed in so that a bulk change queries the catalog
   * once
   */
  async function update(
    id: string,
    key: string,
    change: UpdateActionItem,
    ifMatch: number,
    linkedOwner: ReturnType<typeof linkOwner>,
    { credentials }: PostmortemsServiceOptions,
  ) {
    const owner = await linkedOwner;
    return ctx.knex.transaction(async tx => {
      const postmortem = await loadForChange(ctx, tx, id);
      const before = await findActionItem(ctx, tx, id, key);
      assertRevision(toRead(before), ifMatch);
      if (owner) await assertKnownOwner(ctx, tx, before, owner);

      const { position, dueReason, ...facts } = change;
      const settled = settle(
        ctx,
        postmortem,
        before,
        {
          ...before,
          ...facts,
          ownerRef:
            change.ownerRef === undefined ? before.ownerRef : owner?.ref,
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

  /** Moves an item to a position, and renumbers all positions. */
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
      const owner = body.ownerRef
        ? await linkActionItemOwner(ctx, body.ownerRef, credentials)
        : undefined;
      assertInCatalog(owner?.missing ?? []);
      return ctx.knex.transaction(async tx => {
        const postmortem = await loadForChange(ctx, tx, params.id);
        const facts = settle(
          ctx,
          postmortem,
          undefined,
          { ...wanted, ownerRef: owner?.ref, dueAt: utc(wanted.dueAt) },
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
      const { limit, cursor, totalItems, orderField, permissions, ...filter } =
        query;
      const page = await ctx.actionItemList.list(
        ctx.knex,
        {
          filter: normalizeActionItemFilter(filter, ctx.policy.severities),
          visible: intersect(ctx.access.visible, ctx.access.permitted),
          limit,
          cursor,
          totalItems,
          orderField,
        },
        ctx.clock(),
      );
      const permissionsOf =
        permissions &&
        (await permissionsFor(
          ctx.knex,
          ctx.access.reported,
          page.items.map(({ postmortem }) => postmortem.number),
        ));
      return {
        ...page,
        items: page.items.map(({ item, postmortem }) => {
          const { number, startedAt, calendar, ...shown } = postmortem;
          return {
            ...toRead(item),
            postmortem: {
              id: idOf(number),
              ...shown,
              timeZone: timeZoneOf({ startedAt, calendar }, ctx.policy),
            },
            permissions: permissionsOf?.(number),
          };
        }),
      };
    },

    async summarizeActionItems({ query }) {
      const { groupBy, ...filter } = query;
      return ctx.actionItemList.summarize(
        ctx.knex,
        {
          groupBy,
          filter: normalizeActionItemFilter(filter, ctx.policy.severities),
          visible: intersect(ctx.access.visible, ctx.access.permitted),
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
