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

import type { Knex } from 'knex';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { LIMITS, isUnderWay } from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import type { ActionItemRecord } from '../database/DatabaseActionItemStore';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { settleActionItem } from '../lifecycle';
import type { ActionItemFacts } from '../lifecycle';
import { actionItemDueDates } from '../policy';
import { idOf, numberOf } from './ids';
import { canonicalRef, utc } from './normalize';
import { record } from './recording';
import type { ServiceContext } from './ServiceContext';
import { toTicket } from '../tickets/inStep';

/** An action item as the API shows it, judged at `now`. */
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
    closedAt: item.closedAt,
    ticket: item.ticket && toTicket(item.ticket),
    revision: item.revision,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
  };
}

/**
 * Checks that an owner is a User or Group of the catalog.
 *
 * @returns the reference as the catalog writes it
 * @throws InputError
 */
export async function linkActionItemOwner(
  ctx: ServiceContext,
  ownerRef: string,
  credentials: BackstageCredentials,
): Promise<string> {
  const ref = canonicalRef(ownerRef);
  if (!['user', 'group'].includes(parseEntityRef(ref).kind)) {
    throw new InputError(`ownerRef must be a User or Group entity, not ${ref}`);
  }
  await ctx.linking.link([], [{ field: 'ownerRef', ref }], credentials);
  return ref;
}

/** What follows for an action item from a change, by the rules and the policy. */
export function settle(
  ctx: ServiceContext,
  postmortem: PostmortemRecord,
  before: ActionItemRecord | undefined,
  wanted: ActionItemFacts,
  dueReason: string | undefined,
): ActionItemFacts {
  return settleActionItem(before, wanted, {
    incidentStartedAt: postmortem.startedAt,
    proposedDueAt: actionItemDueDates(postmortem, ctx.policy)[wanted.priority],
    dueReason,
    now: ctx.clock(),
  });
}

/**
 * Adds an action item at the end, in the caller's transaction that holds the postmortem.
 *
 * @throws ConflictError where the postmortem is full
 */
export async function insertActionItem(
  ctx: ServiceContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  facts: ActionItemFacts,
): Promise<ActionItemRecord> {
  const siblings = await ctx.actionItems.list(tx, postmortem.number);
  if (siblings.length >= LIMITS.actionItems) {
    throw new ConflictError(
      `A postmortem holds at most ${LIMITS.actionItems} action items`,
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
 * The action item that an id such as `PM-42` and a key such as `A3` name.
 *
 * @throws NotFoundError
 */
export async function findActionItem(
  ctx: ServiceContext,
  tx: Knex,
  id: string,
  key: string,
): Promise<ActionItemRecord> {
  const number = Number(key.slice('A'.length));
  const item = await ctx.actionItems.get(tx, numberOf(id), number);
  if (!item) throw new NotFoundError(`There is no action item ${id}/${key}`);
  return item;
}

/** Saves changed facts of an action item, in the caller's transaction that holds the postmortem. */
export async function changeActionItem(
  ctx: ServiceContext,
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

/** Records a change of an action item. */
export async function noteActionItem(
  ctx: ServiceContext,
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
