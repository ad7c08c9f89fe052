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
import { timestampSchema } from './primitives';

/**
 * One word for how a postmortem stands against the policy.
 *
 * @public
 */
export const complianceStatusSchema = z.enum([
  'not-required',
  'pending',
  'on-track',
  'due-soon',
  'overdue',
  'met',
  'late',
  'waived',
]);

/** @public */
export type ComplianceStatus = z.infer<typeof complianceStatusSchema>;

/** @public */
export const complianceGroupBySchema = z.enum([
  'team',
  'severity',
  'entity',
  'month',
  'quarter',
]);

/** @public */
export type ComplianceGroupBy = z.infer<typeof complianceGroupBySchema>;

/**
 * Counts of a set of postmortems by compliance status.
 *
 * `rate` is met / (met + late + overdue) and absent where that denominator is 0: a set with
 * nothing due is neither compliant nor not.
 *
 * @public
 */
export const complianceFiguresSchema = z.object({
  total: z.int().min(0),
  counts: z.record(complianceStatusSchema, z.int().min(0)),
  due: z.int().min(0).describe('The denominator: met + late + overdue'),
  rate: z.number().min(0).max(1).optional(),
  medianHoursToPublish: z
    .number()
    .optional()
    .describe('Median hours from resolution to first publication'),
  lastStartedAt: timestampSchema
    .optional()
    .describe('Start of the most recent incident'),
});

/** @public */
export type ComplianceFigures = z.infer<typeof complianceFiguresSchema>;

/**
 * The figures of one group. `key` is a team's or entity's reference, a severity id, a month
 * (`2026-03`) or a quarter (`2026-Q1`), both of the incident's start in UTC. Postmortems that no
 * team owns have the key `none`, as in the `teamRef` filter.
 *
 * @public
 */
export const complianceGroupSchema = complianceFiguresSchema.extend({
  key: z.string(),
});

/** @public */
export type ComplianceGroup = z.infer<typeof complianceGroupSchema>;

/**
 * The compliance roll-up. A postmortem owned by two teams counts in both groups but once in
 * `overall`.
 *
 * @public
 */
export const complianceReportSchema = z.object({
  groupBy: complianceGroupBySchema,
  groups: z.array(complianceGroupSchema),
  truncated: z
    .boolean()
    .describe('Whether there are more groups than were returned'),
  overall: complianceFiguresSchema,
});

/** @public */
export type ComplianceReport = z.infer<typeof complianceReportSchema>;

/**
 * The share that met its deadline among those that were due.
 *
 * @param counts - number of postmortems per compliance status; absent is 0
 * @returns `due`, the denominator met + late + overdue, and `rate` between 0 and 1, absent
 *   where nothing was due
 * @public
 */
export function complianceRate(
  counts: Partial<Record<ComplianceStatus, number>>,
): { due: number; rate?: number } {
  const met = counts.met ?? 0;
  const due = met + (counts.late ?? 0) + (counts.overdue ?? 0);
  return due === 0 ? { due } : { due, rate: met / due };
}
