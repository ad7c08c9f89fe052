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
import { ConflictError, InputError } from '@backstage/errors';
import { LIMITS, isUnderWay } from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import type { ActionItemRecord } from '../database/DatabaseActionItemStore';
import type { PostmortemRecord } from '../database/PostmortemRecord';
import { settleActionItem } from '../lifecycle';
import type { ActionItemFacts } from '../lifecycle';
import { actionItemDueDates } from '../policy';
import { idOf } from './ids';
import { canonicalRef, utc } from './normalize';
import type { ServiceContext } from './ServiceContext';

/** An action item as the API shows it, judged at `now`. */
export function toActionItem(record: ActionItemRecord, now: Date): ActionItem {
  return {
    id: `${idOf(record.postmortem)}/A${record.number}`,
    title: record.title,
    description: record.description,
    kind: record.kind,
    priority: record.priority,
    status: record.status,
    ownerRef: record.ownerRef,
    dueAt: record.dueAt,
    overdue:
      isUnderWay(record.status) &&
      record.dueAt !== undefined &&
      new Date(record.dueAt) < now,
    statusReason: record.statusReason,
    closedAt: record.closedAt,
    revision: record.revision,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** The parts of a change of an action item. */
export interface ActionItemChange extends Partial<ActionItemFacts> {
  dueReason?: string;
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
