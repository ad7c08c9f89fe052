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

import { z } from 'zod';
import {
  entityRefSchema,
  lineSchema,
  markdownSchema,
  postmortemIdSchema,
  revisionSchema,
  timestampSchema,
} from './primitives';
import { LIMITS } from './limits';
import { severitySchema } from './severity';
import { ticketSchema } from './ticket';
import { visibilitySchema } from './visibility';

/**
 * Where an action item stands: `proposed` is an idea, `open` a commitment with an owner and a
 * due date, `declined` a decision against it with a reason.
 *
 * @public
 */
export const actionItemStatusSchema = z.enum([
  'proposed',
  'open',
  'in-progress',
  'done',
  'declined',
]);

/** @public */
export type ActionItemStatus = z.infer<typeof actionItemStatusSchema>;

/**
 * What an action item is for.
 *
 * @public
 */
export const actionItemKindSchema = z.enum([
  'prevent',
  'mitigate',
  'detect',
  'repair',
  'process',
  'investigate',
]);

/** @public */
export type ActionItemKind = z.infer<typeof actionItemKindSchema>;

/**
 * How urgent an action item is; P0 is the most urgent.
 *
 * @public
 */
export const actionItemPrioritySchema = z.enum(['P0', 'P1', 'P2', 'P3']);

/** @public */
export type ActionItemPriority = z.infer<typeof actionItemPrioritySchema>;

/**
 * The part of an action item's id after the slash: `A3` in `PM-42/A3`.
 *
 * @public
 */
export const actionItemKeySchema = z
  .string()
  .regex(/^A[1-9]\d{0,5}$/i, { error: 'must be an id such as A3' });

/**
 * The whole id of an action item, such as `PM-42/A3`.
 *
 * @public
 */
export const actionItemIdSchema = z
  .string()
  .regex(/^PM-[1-9]\d{0,8}\/A[1-9]\d{0,5}$/i, {
    error: 'must be an id such as PM-42/A3',
  })
  .describe('Action item id');

const fields = {
  title: lineSchema(LIMITS.title),
  description: markdownSchema(LIMITS.itemMarkdown),
  kind: actionItemKindSchema,
  priority: actionItemPrioritySchema,
  status: actionItemStatusSchema,
  ownerRef: entityRefSchema.describe('A User or Group entity'),
  dueAt: timestampSchema,
};

/**
 * Something to do so that the incident does not happen again, or does less harm.
 *
 * @public
 */
export const actionItemSchema = z.object({
  id: actionItemIdSchema,
  title: fields.title,
  description: fields.description,
  kind: fields.kind,
  priority: fields.priority,
  status: fields.status,
  ownerRef: fields.ownerRef.optional(),
  dueAt: fields.dueAt.optional(),
  overdue: z.boolean().describe('Committed, not closed, and past its due date'),
  statusReason: z.string().optional().describe('Why it was declined'),
  closedAt: timestampSchema.optional().describe('When it was done or declined'),
  ticket: ticketSchema.optional(),
  revision: revisionSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});

/** @public */
export type ActionItem = z.infer<typeof actionItemSchema>;

/**
 * An action item as lists over many postmortems show it.
 *
 * @public
 */
export const listedActionItemSchema = actionItemSchema.extend({
  postmortem: z.object({
    id: postmortemIdSchema,
    title: z.string(),
    governingSeverity: severitySchema,
    entityRefs: z.array(entityRefSchema),
    teamRefs: z.array(entityRefSchema),
    visibility: visibilitySchema,
  }),
});

/** @public */
export type ListedActionItem = z.infer<typeof listedActionItemSchema>;

const reasons = {
  statusReason: lineSchema(LIMITS.reason).describe(
    'Why it is declined; needed for that',
  ),
  dueReason: lineSchema(LIMITS.reason).describe(
    'Why it is due later than the policy proposes; needed for that',
  ),
};

/**
 * A new action item. One that is not `proposed` needs an owner, and a due date unless the
 * policy proposes one.
 *
 * @public
 */
export const createActionItemSchema = z.strictObject({
  title: fields.title,
  description: fields.description.default(''),
  kind: fields.kind,
  priority: fields.priority,
  status: fields.status.default('proposed'),
  ownerRef: fields.ownerRef.optional(),
  dueAt: fields.dueAt.optional(),
  statusReason: reasons.statusReason.optional(),
  dueReason: reasons.dueReason.optional(),
});

/** @public */
export type CreateActionItem = z.input<typeof createActionItemSchema>;

/** @public */
export const updateActionItemSchema = z
  .strictObject({
    ...fields,
    ...reasons,
    ownerRef: fields.ownerRef.nullable(),
    dueAt: fields.dueAt.nullable(),
    position: z
      .int()
      .min(0)
      .describe('Its new place among the action items, from 0'),
  })
  .partial();

/** @public */
export type UpdateActionItem = z.infer<typeof updateActionItemSchema>;

/**
 * One change for many action items.
 *
 * @public
 */
export const bulkUpdateActionItemsSchema = z.strictObject({
  items: z
    .array(z.strictObject({ id: actionItemIdSchema, revision: revisionSchema }))
    .min(1)
    .max(LIMITS.pageSize),
  set: z
    .strictObject({
      ownerRef: fields.ownerRef,
      dueAt: fields.dueAt,
      status: fields.status,
      ...reasons,
    })
    .partial(),
});

/** @public */
export type BulkUpdateActionItems = z.infer<typeof bulkUpdateActionItemsSchema>;

/**
 * What became of each of many action items: the item as it is now, or why it was refused.
 *
 * @public
 */
export const bulkUpdateResultSchema = z.object({
  results: z.array(
    z.object({
      id: actionItemIdSchema,
      item: actionItemSchema.optional(),
      error: z.object({ name: z.string(), message: z.string() }).optional(),
    }),
  ),
});

/** @public */
export type BulkUpdateResult = z.infer<typeof bulkUpdateResultSchema>;

/** @public */
export const actionItemGroupBySchema = z.enum([
  'team',
  'owner',
  'postmortem',
  'entity',
  'priority',
  'kind',
  'age',
]);

/** @public */
export type ActionItemGroupBy = z.infer<typeof actionItemGroupBySchema>;

/**
 * Counts of a set of action items.
 *
 * @public
 */
export const actionItemFiguresSchema = z.object({
  total: z.int().min(0),
  counts: z.record(actionItemStatusSchema, z.int().min(0)),
  overdue: z.int().min(0),
});

/** @public */
export type ActionItemFigures = z.infer<typeof actionItemFiguresSchema>;

/**
 * Counts group by group, those with the most overdue first. Grouped by what an item has several
 * of (team, entity), it counts in each group; a filter on the same restricts the groups too.
 *
 * @public
 */
export const actionItemSummarySchema = z.object({
  groupBy: actionItemGroupBySchema,
  groups: z.array(
    actionItemFiguresSchema.extend({
      key: z
        .string()
        .describe(
          'Reference of a team, owner or entity (or "none"), id of a postmortem, a priority, a kind, or days since creation: 0-6, 7-29, 30-89, 90+',
        ),
      title: z
        .string()
        .optional()
        .describe('Title of the postmortem, where grouped by it'),
    }),
  ),
  truncated: z.boolean(),
  overall: actionItemFiguresSchema,
});

/** @public */
export type ActionItemSummary = z.infer<typeof actionItemSummarySchema>;
