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
import { entityRefSchema, timestampSchema } from './primitives';
import { LIMITS } from './limits';
import { severitySchema } from './severity';
import { complianceGroupBySchema, complianceStatusSchema } from './compliance';
import {
  outcomeSchema,
  postmortemSummarySchema,
  statusSchema,
} from './postmortem';

/** Several values of one filter mean any of them. */
function anyOf<T extends z.ZodType>(schema: T) {
  return z.array(schema).min(1).max(LIMITS.queryValues).optional();
}

/** A reference, or the word for having none. */
const refOrNone = z.union([entityRefSchema, z.literal('none')], {
  error:
    'must be a full entity reference such as group:default/checkout, or none',
});

const filters = {
  entityRef: anyOf(entityRefSchema),
  teamRef: anyOf(refOrNone).describe(
    'Owning team, or "none" for postmortems without one',
  ),
  ownerRef: anyOf(refOrNone).describe(
    'Owner, or "none" for postmortems without one',
  ),
  severity: anyOf(severitySchema).describe('Governing severity'),
  status: anyOf(statusSchema),
  complianceStatus: anyOf(complianceStatusSchema),
  outcome: anyOf(outcomeSchema),
  label: anyOf(z.string().min(1).max(LIMITS.label)),
  startedAfter: timestampSchema
    .optional()
    .describe('Incidents started at this time or later'),
  startedBefore: timestampSchema
    .optional()
    .describe('Incidents started before this time'),
  dueBefore: timestampSchema.optional().describe('Due before this time'),
  q: z
    .string()
    .trim()
    .max(LIMITS.query)
    .optional()
    .describe(
      'Words to find in id, title, summary and labels; each must begin a word there',
    ),
};

/**
 * The filters of lists and roll-ups: different ones must all hold, several values of one mean
 * any of them.
 *
 * @public
 */
export const postmortemFilterSchema = z.strictObject(filters);

/** @public */
export type PostmortemFilter = z.infer<typeof postmortemFilterSchema>;

/** @public */
export const postmortemOrderFields = [
  'startedAt',
  'dueAt',
  'severity',
  'title',
  'updatedAt',
] as const;

const orderSchema = z
  .string()
  .regex(new RegExp(`^(${postmortemOrderFields.join('|')}),(asc|desc)$`), {
    error: `must be one of ${postmortemOrderFields.join(
      ', ',
    )} followed by ",asc" or ",desc"`,
  })
  .describe('Field and direction, such as startedAt,desc');

const pageParameters = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LIMITS.pageSize)
    .default(LIMITS.defaultPageSize),
  cursor: z
    .string()
    .max(2_000)
    .optional()
    .describe('From pageInfo of an earlier answer to the same query'),
  totalItems: z
    .enum(['include', 'exclude'])
    .default('include')
    .describe('Whether to count all that match'),
};

/** @public */
export const listPostmortemsQuerySchema = z.strictObject({
  ...filters,
  ...pageParameters,
  orderField: orderSchema.default('startedAt,desc'),
});

/** @public */
export type ListPostmortemsQuery = z.input<typeof listPostmortemsQuerySchema>;

/** @public */
export const complianceQuerySchema = z.strictObject({
  ...filters,
  groupBy: complianceGroupBySchema.default('team'),
});

/** @public */
export type ComplianceQuery = z.input<typeof complianceQuerySchema>;

/** @public */
export const historyQuerySchema = z.strictObject(pageParameters);

/** @public */
export type HistoryQuery = z.input<typeof historyQuerySchema>;

/**
 * A page of a list.
 *
 * `totalItems` is exact up to {@link LIMITS}.countedItems; where more match, it is that bound
 * and `totalItemsCapped` is true. It is absent where it was not asked for.
 *
 * @public
 */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    totalItems: z.int().min(0).optional(),
    totalItemsCapped: z.boolean().optional(),
    pageInfo: z.object({
      nextCursor: z.string().optional(),
      prevCursor: z.string().optional(),
    }),
  });
}

/** @public */
export interface Page<T> {
  items: T[];
  totalItems?: number;
  totalItemsCapped?: boolean;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}

/** @public */
export const postmortemPageSchema = pageSchema(postmortemSummarySchema);
