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
  actionItemGroupBySchema,
  actionItemKindSchema,
  actionItemPrioritySchema,
  actionItemStatusSchema,
  listedActionItemSchema,
} from './actionItem';
import { LIMITS } from './limits';
import {
  anyOf,
  orderFieldSchema,
  pageParameters,
  pageSchema,
  refOrNoneSchema,
  subTeamsSchema,
} from './listing';
import {
  entityRefSchema,
  postmortemIdSchema,
  timestampSchema,
} from './primitives';
import { severitySchema } from './severity';

const filters = {
  teamRef: anyOf(refOrNoneSchema).describe(
    "Owning team of the postmortem or owner of the item; 'none' for items of postmortems without a team",
  ),
  subTeams: subTeamsSchema,
  ownerRef: anyOf(refOrNoneSchema).describe(
    'Owner, or "none" for items without one',
  ),
  entityRef: anyOf(entityRefSchema).describe('What the incident affected'),
  postmortemId: anyOf(postmortemIdSchema),
  severity: anyOf(severitySchema).describe(
    'Governing severity of the incident',
  ),
  status: anyOf(actionItemStatusSchema),
  priority: anyOf(actionItemPrioritySchema),
  kind: anyOf(actionItemKindSchema),
  overdue: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      'Only those committed, not closed, and past their due date; or none of them',
    ),
  dueBefore: timestampSchema.optional(),
  dueAfter: timestampSchema.optional(),
  q: z
    .string()
    .trim()
    .max(LIMITS.query)
    .optional()
    .describe('Words to find in id and title; each must begin a word there'),
};

/**
 * The filters of action items: different ones must all hold, several values of one mean any.
 *
 * @public
 */
export const actionItemFilterSchema = z.strictObject(filters);

/** @public */
export type ActionItemFilter = z.infer<typeof actionItemFilterSchema>;

/**
 * The fields that action items can be ordered by.
 *
 * @public
 */
export const actionItemOrderFields = [
  'dueAt',
  'priority',
  'createdAt',
  'title',
] as const;

/** @public */
export const listActionItemsQuerySchema = z.strictObject({
  ...filters,
  ...pageParameters,
  orderField: orderFieldSchema(actionItemOrderFields).default('dueAt,asc'),
});

/** @public */
export type ListActionItemsQuery = z.input<typeof listActionItemsQuerySchema>;

/** @public */
export const actionItemSummaryQuerySchema = z.strictObject({
  ...filters,
  groupBy: actionItemGroupBySchema.default('team'),
});

/** @public */
export type ActionItemSummaryQuery = z.input<
  typeof actionItemSummaryQuerySchema
>;

/** @public */
export const actionItemPageSchema = pageSchema(listedActionItemSchema);
