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
import { incidentSourceIdSchema } from './incident';
import { dateSchema, entityRefSchema, timestampSchema } from './primitives';
import {
  severityChangeSchema,
  severityDefinitionSchema,
  severitySchema,
} from './severity';
import { LIMITS } from './limits';

/**
 * Until when on the due day: the end of that local day, or the same wall-clock time at which
 * the incident was resolved.
 *
 * @public
 */
export const cutoffSchema = z.enum(['end-of-day', 'exact']);

/** @public */
export type Cutoff = z.infer<typeof cutoffSchema>;

/**
 * How long a rule gives, counted from the incident's resolution: exactly one of `hours`,
 * `calendarDays` and `businessDays`. `cutoff` has no effect on hours.
 *
 * @public
 */
export const dueSchema = z.union([
  z.strictObject({
    hours: z.int().min(1).max(8_760),
    cutoff: cutoffSchema.optional(),
  }),
  z.strictObject({
    calendarDays: z.int().min(1).max(365),
    cutoff: cutoffSchema.optional(),
  }),
  z.strictObject({
    businessDays: z.int().min(1).max(365),
    cutoff: cutoffSchema.optional(),
  }),
]);

/** @public */
export type Due = z.infer<typeof dueSchema>;

/**
 * A rule of the policy: incidents of this governing severity owe a postmortem within `due`.
 *
 * @public
 */
export const ruleSchema = z.strictObject({
  severity: severitySchema,
  due: dueSchema,
});

/** @public */
export type Rule = z.infer<typeof ruleSchema>;

/**
 * Which days are no business days: the public holidays of a country (and state or region),
 * with the days on which they are observed, plus `extra`, minus `ignore`.
 *
 * @public
 */
export const holidaysSchema = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, {
      error: 'must be a two-letter country code such as US',
    })
    .optional(),
  state: z.string().min(1).max(10).optional(),
  region: z.string().min(1).max(10).optional(),
  extra: z.array(dateSchema).max(366).optional(),
  ignore: z.array(dateSchema).max(366).optional(),
});

/** @public */
export type Holidays = z.infer<typeof holidaysSchema>;

/**
 * What completes a postmortem for the deadline: its publication, or the review meeting held.
 *
 * @public
 */
export const satisfiedBySchema = z.enum(['published', 'meeting-held']);

/** @public */
export type SatisfiedBy = z.infer<typeof satisfiedBySchema>;

/**
 * Whether a postmortem that a rule requires may be published without a commitment: `required`
 * asks for a committed action item of priority P0 or P1, or a written decision that none is
 * needed.
 *
 * @public
 */
export const actionItemsToPublishSchema = z.enum(['required', 'optional']);

/** @public */
export type ActionItemsToPublish = z.infer<typeof actionItemsToPublishSchema>;

/**
 * The deadline policy in force from `effectiveFrom` (a date in the policy's own time zone) on.
 * Without `effectiveFrom` it has always been in force. `workingDays` are ISO weekdays, 1 is
 * Monday.
 *
 * @public
 */
export const policySchema = z.object({
  effectiveFrom: dateSchema.optional(),
  timeZone: z.string(),
  workingDays: z.array(z.int().min(1).max(7)),
  holidays: holidaysSchema.optional(),
  satisfiedBy: satisfiedBySchema,
  actionItemsToPublish: actionItemsToPublishSchema,
  warnBeforeHours: z
    .number()
    .min(0)
    .describe('Length of the warning window, in hours'),
  rules: z.array(ruleSchema),
});

/** @public */
export type Policy = z.infer<typeof policySchema>;

/**
 * The policy in force now, with the severities it speaks of and the sources that bring incidents
 * for it to judge.
 *
 * @public
 */
export const policyInForceSchema = z.object({
  policy: policySchema,
  severities: z.array(severityDefinitionSchema),
  incidentSources: z
    .array(z.object({ id: incidentSourceIdSchema, title: z.string() }))
    .describe('From where incidents come in by themselves'),
});

/** @public */
export type PolicyInForce = z.infer<typeof policyInForceSchema>;

/**
 * One day between the resolution and the due day, and whether it counted.
 *
 * @public
 */
export const countedDaySchema = z.object({
  date: dateSchema,
  counts: z.boolean(),
  reason: z.enum(['working-day', 'calendar-day', 'day-off', 'holiday']),
  holiday: z
    .string()
    .optional()
    .describe('Name of the holiday, where that is the reason'),
});

/** @public */
export type CountedDay = z.infer<typeof countedDaySchema>;

/**
 * How a deadline was arrived at, in enough detail to check it by hand.
 *
 * @public
 */
export const deadlineExplanationSchema = z.object({
  sentence: z.string(),
  timeZone: z.string(),
  countedFrom: timestampSchema,
  dueDate: dateSchema.describe(
    'Local calendar date of the deadline in the time zone',
  ),
  days: z.array(countedDaySchema),
});

/** @public */
export type DeadlineExplanation = z.infer<typeof deadlineExplanationSchema>;

/**
 * When the postmortem is due and why. `dueAt` is what counts; where an extension moved it,
 * `originalDueAt` is what the rule alone would have given.
 *
 * @public
 */
export const deadlineSchema = z.object({
  dueAt: timestampSchema,
  originalDueAt: timestampSchema.optional(),
  rule: ruleSchema,
  explanation: deadlineExplanationSchema,
});

/** @public */
export type Deadline = z.infer<typeof deadlineSchema>;

/**
 * The facts that decide a deadline, for a preview before anything is saved.
 *
 * @public
 */
export const previewDeadlineSchema = z.strictObject({
  severity: severitySchema,
  severityHistory: z
    .array(severityChangeSchema.strict())
    .min(1)
    .max(LIMITS.severityChanges)
    .optional(),
  startedAt: timestampSchema.optional(),
  resolvedAt: timestampSchema.optional(),
  entityRefs: z.array(entityRefSchema).max(LIMITS.entityRefs).optional(),
});

/** @public */
export type PreviewDeadline = z.infer<typeof previewDeadlineSchema>;

/**
 * What the policy says of the facts: whether a postmortem is required, its deadline once the
 * incident is resolved, and the teams that would own it.
 *
 * @public
 */
export const deadlinePreviewSchema = z.object({
  required: z.boolean(),
  governingSeverity: severitySchema,
  rule: ruleSchema.optional(),
  deadline: deadlineSchema.optional(),
  teamRefs: z.array(entityRefSchema),
});

/** @public */
export type DeadlinePreview = z.infer<typeof deadlinePreviewSchema>;
