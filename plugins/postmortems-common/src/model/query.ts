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
import {
  anyOf,
  orderFieldSchema,
  pageParameters,
  pageSchema,
  refOrNoneSchema,
  subTeamsSchema,
} from './listing';
import { severitySchema } from './severity';
import { complianceGroupBySchema, complianceStatusSchema } from './compliance';
import {
  outcomeSchema,
  postmortemSummarySchema,
  statusSchema,
} from './postmortem';

const filters = {
  entityRef: anyOf(entityRefSchema),
  teamRef: anyOf(refOrNoneSchema).describe(
    'Owning team, or "none" for postmortems without one',
  ),
  subTeams: subTeamsSchema,
  ownerRef: anyOf(refOrNoneSchema).describe(
    'Owner, or "none" for postmortems without one',
  ),
  severity: anyOf(severitySchema).describe('Governing severity'),
  status: anyOf(statusSchema),
  complianceStatus: anyOf(complianceStatusSchema),
  outcome: anyOf(outcomeSchema),
  begun: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      'Whether a person has done anything to it, or it is as an incident source made it',
    ),
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

/**
 * The fields that postmortems can be ordered by.
 *
 * @public
 */
export const postmortemOrderFields = [
  'startedAt',
  'dueAt',
  'severity',
  'title',
  'updatedAt',
] as const;

/** @public */
export const listPostmortemsQuerySchema = z.strictObject({
  ...filters,
  ...pageParameters,
  orderField: orderFieldSchema(postmortemOrderFields).default('startedAt,desc'),
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

/** @public */
export const postmortemPageSchema = pageSchema(postmortemSummarySchema);
