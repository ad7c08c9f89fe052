import type { Knex } from 'knex';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { LIMITS, isUnderWay } from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import type { ActionItemRecord } from './ActionItemStore';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { checkActionItem } from './actionItemRules';
import type { ActionItemFacts } from './actionItemRules';
import { actionItemDueDates } from '../policy/actionItemDue';
import { idOf, numberOf } from '../kernel/ids';
import { canonicalRef, utc } from '../kernel/normalize';
import { record } from '../postmortem/recordHistory';
import { wasIn } from '../postmortem/knownRefs';
import type { NamedRef } from '../team/ports';
import { assertInCatalog } from '../team/ports';
import type { ActionItemContext } from './context';
import { toTicket } from './itemTicket';

/** Converts an action item for the API, as of `now`. */
export function toActionItem(item: ActionItemRecord, now: Date): ActionItem {
  return {
    id: `${idOf(item.postmortem)}/A${item.number}`,
    title: item.title,
    description: item.description,
    kind: item.kind,
    priority: item.priority,
    status: item.status,
    ownerRef: item.ownerRef,
    dueAt: item.dueAt,
    overdue:
      isUnderWay(item.status) &&
      item.dueAt !== undefined &&
      new Date(item.dueAt) < now,
    statusReason: item.statusReason,
    committedAt: item.committedAt,
    closedAt: item.closedAt,
    ticket: item.ticket && toTicket(item.ticket),
    revision: item.revision,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
  };
}

/** The new owner of an action item. */
export interface LinkedOwner {
  /** The owner's entity reference, in canonical form. */
  ref: string;
  /** The owner, if it isn't in the catalog; otherwise empty. */
  missing: NamedRef[];
}

/**
 * Looks up an action item's owner, which must be a User or Group.
 *
 * @throws InputError if it is of another kind
 */
export async function linkActionItemOwner(
  ctx: ActionItemContext,
  ownerRef: string,
  credentials: BackstageCredentials,
): Promise<LinkedOwner> {
  const ref = canonicalRef(ownerRef);
  if (!['user', 'group'].includes(parseEntityRef(ref).kind)) {
    throw new InputError(`ownerRef must be a User or Group entity, not ${ref}`);
  }
  const { missing } = await ctx.linking.link(
    [],
    [{ field: 'ownerRef', ref }],
    credentials,
  );
  return { ref, missing };
}

/**
 * Rejects an owner who isn't in the catalog, unless the action item has or had that owner.
 *
 * @throws InputError
 */
export async function assertKnownOwner(
  ctx: ActionItemContext,
  tx: Knex,
  item: ActionItemRecord,
  { ref, missing }: LinkedOwner,
): Promise<void> {
  if (missing.length === 0 || item.ownerRef === ref) return;
  const hadThem = await wasIn(ctx, tx, item.postmortem, {
    holder: `A${item.number}`,
    refsIn: ({ ownerRef }: ActionItem) => (ownerRef ? [ownerRef] : []),
    ref,
  });
  if (!hadThem) assertInCatalog(missing);
}

/** Validates a change to an action item and applies policy defaults. */
export function settle(
  ctx: ActionItemContext,
  postmortem: PostmortemRecord,
  before: ActionItemRecord | undefined,
  wanted: ActionItemFacts,
  dueReason: string | undefined,
): ActionItemFacts {
  return checkActionItem(before, wanted, {
    incidentStartedAt: postmortem.startedAt,
    proposedDueAt: actionItemDueDates(postmortem, ctx.policy)[wanted.priority],
    dueReason,
    now: ctx.clock(),
  });
}

/**
 * Appends an action item. Runs in the caller's transaction, which holds the postmortem's lock.
 *
 * @throws ConflictError if the postmortem can't have more action items
 */
export async function insertActionItem(
  ctx: ActionItemContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  facts: ActionItemFacts,
): Promise<ActionItemRecord> {
  const siblings = await ctx.actionItems.list(tx, postmortem.number);
  if (siblings.length >= LIMITS.actionItems) {
    throw new ConflictError(
      `A postmortem can have at most ${LIMITS.actionItems} action items`,
    );
  }
  const at = ctx.clock().toISOString();
  const item = await ctx.actionItems.insert(tx, {
    ...facts,
    dueAt: utc(facts.dueAt),
    postmortem: postmortem.number,
    number: await ctx.actionItems.nextNumber(tx, postmortem.number),
    position: (siblings[siblings.length - 1]?.position ?? -1) + 1,
    revision: 1,
    createdAt: at,
    updatedAt: at,
  });
  await ctx.actionItems.addTeams(tx, item.rowId, postmortem.teamRefs);
  return item;
}

/**
 * Finds an action item by an id such as `PM-42` and a key such as `A3`.
 *
 * @throws NotFoundError
 */
export async function findActionItem(
  ctx: ActionItemContext,
  tx: Knex,
  id: string,
  key: string,
): Promise<ActionItemRecord> {
  const number = Number(key.slice('A'.length));
  const item = await ctx.actionItems.get(tx, numberOf(id), number);
  if (!item) throw new NotFoundError(`Action item ${id}/${key} not found`);
  return item;
}

/**
 * Saves facts about an action item. Runs in the caller's transaction, which holds the postmortem's
 * lock.
 */
export async function changeActionItem(
  ctx: ActionItemContext,
  tx: Knex,
  before: ActionItemRecord,
  facts: ActionItemFacts,
  by: { actorRef: string; reason?: string },
): Promise<ActionItemRecord> {
  const now = ctx.clock();
  const after: ActionItemRecord = {
    ...before,
    ...facts,
    revision: before.revision + 1,
    updatedAt: now.toISOString(),
  };
  await ctx.actionItems.update(tx, after);
  await noteActionItem(ctx, tx, after, {
    ...by,
    action: 'action-item-changed',
    before: toActionItem(before, now),
    after: toActionItem(after, now),
  });
  return after;
}

/** Records a change to an action item. */
export async function noteActionItem(
  ctx: ActionItemContext,
  tx: Knex,
  item: ActionItemRecord,
  entry: {
    actorRef: string;
    action: 'action-item-added' | 'action-item-changed' | 'action-item-removed';
    before?: ActionItem;
    after?: ActionItem;
    reason?: string;
  },
): Promise<void> {
  const at = ctx.clock().toISOString();
  await ctx.postmortems.touch(tx, item.postmortem, at);
  await record(ctx, tx, item.postmortem, [
    { at, field: `A${item.number}`, ...entry },
  ]);
}

/**
 * Appends all action items in a postmortem to another, with new numbers and their tickets.
 *
 * @throws ConflictError if the other postmortem would have too many action items
 */
export async function moveActionItems(
  ctx: ActionItemContext,
  tx: Knex,
  from: PostmortemRecord,
  to: PostmortemRecord,
  by: { actorRef: string; at: string },
): Promise<void> {
  const moved = await ctx.actionItems.list(tx, from.number);
  const siblings = await ctx.actionItems.list(tx, to.number);
  if (moved.length + siblings.length > LIMITS.actionItems) {
    throw new ConflictError(
      `The merged postmortem would have more than ${LIMITS.actionItems} action items. Remove some first`,
    );
  }
  const end = (siblings[siblings.length - 1]?.position ?? -1) + 1;
  for (const [index, item] of moved.entries()) {
    const after: ActionItemRecord = {
      ...item,
      postmortem: to.number,
      number: await ctx.actionItems.nextNumber(tx, to.number),
      position: end + index,
      revision: item.revision + 1,
      updatedAt: by.at,
    };
    await ctx.actionItems.update(tx, after);
    await noteActionItem(ctx, tx, after, {
      actorRef: by.actorRef,
      action: 'action-item-added',
      after: toActionItem(after, new Date(by.at)),
      reason: `Moved from ${idOf(from.number)}/A${item.number}`,
    });
  }
  if (moved.length > 0) {
    await ctx.actionItems.setTeams(tx, to.number, to.teamRefs);
  }
}
