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

import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import type { JsonValue } from '@backstage/types';
import {
  actionItemPrioritySchema,
  actionItemsToPublishSchema,
  dateSchema,
  dueSchema,
  holidaysSchema,
  satisfiedBySchema,
  severitySchema,
} from 'backstage-plugin-postmortems-common';
import { Duration, IANAZone } from 'luxon';
import { z } from 'zod';
import { unknownPlace } from './holidayCalendar';

/** An object with these keys only; a misspelt key must not be passed over in silence. */
export function strict<T extends z.core.$ZodShape>(shape: T) {
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `must not have ${issue.keys.join(', ')}, only ${Object.keys(
            shape,
          ).join(', ')}`
        : undefined,
  });
}

const due = z.union(dueSchema.options, {
  error:
    'must be one of { hours: 1 to 8760 }, { calendarDays: 1 to 365 } and { businessDays: 1 to 365 }, ' +
    'the number whole, optionally with cutoff: end-of-day or cutoff: exact',
});

const timeZone = z.string().refine(zone => IANAZone.isValidZone(zone), {
  error: issue =>
    `must be an IANA time zone such as America/New_York or UTC, not "${issue.input}"`,
});

const WEEKDAYS =
  'must be days of the week from 1 (Monday) to 7 (Sunday), at least one and each once';

const workingDays = z
  .array(z.int(WEEKDAYS).min(1, WEEKDAYS).max(7, WEEKDAYS), WEEKDAYS)
  .min(1, WEEKDAYS)
  .refine(days => new Set(days).size === days.length, WEEKDAYS);

const holidays = strict({
  ...holidaysSchema.shape,
  // Checked below against the countries there are, which says more than the form of the code.
  country: z.string().optional(),
}).superRefine((place, ctx) => {
  const problem = unknownPlace(place);
  if (problem) {
    const { field, message } = problem;
    ctx.addIssue({ code: 'custom', path: [field], message });
  }
});

/** Any form of duration that Backstage's configuration knows, read as hours. */
export const hoursSchema = z.unknown().transform((value, ctx) => {
  try {
    const config = new ConfigReader({ value: value as JsonValue });
    const duration = readDurationFromConfig(config, { key: 'value' });
    const length = Duration.fromObject(duration).as('hours');
    if (length >= 0) return length;
  } catch {
    // The message below says what would be right, whatever was wrong.
  }
  ctx.addIssue({
    code: 'custom',
    message:
      'must be a duration of at least 0 such as { hours: 24 }, 24h or PT24H',
  });
  return z.NEVER;
});

const rule = strict({ severity: severitySchema, due });

const actionItemRule = strict({
  severity: severitySchema,
  priorities: z.array(actionItemPrioritySchema).min(1),
  due,
});

/** One policy; parsed from nothing, it has all the defaults. */
export const policyConfigSchema = strict({
  effectiveFrom: dateSchema.optional(),
  timeZone: timeZone.default('UTC'),
  workingDays: workingDays.default([1, 2, 3, 4, 5]),
  holidays: holidays.optional(),
  satisfiedBy: satisfiedBySchema.default('published'),
  actionItemsToPublish: actionItemsToPublishSchema.default('required'),
  warnBefore: hoursSchema.default(24),
  rules: z.array(rule).optional(),
  actionItems: z.array(actionItemRule).optional(),
});

const severity = strict({
  id: severitySchema,
  aliases: z.array(severitySchema).default([]),
});

const APPROVALS = 'must be a whole number from 0 to 10';

const approvalCount = z.int(APPROVALS).min(0, APPROVALS).max(10, APPROVALS);

const review = strict({
  approvals: z
    .union([approvalCount, z.record(z.string(), approvalCount)], {
      error:
        'must be a whole number from 0 to 10, or such a number by severity, as in { SEV-1: 2, SEV-2: 1 }',
    })
    .optional(),
});

/**
 * The keys under `postmortems` in app-config, each on its own; how they fit together is
 * checked afterwards. What is `unknown` here is read, and checked, where it is used.
 */
export const configSchema = strict({
  severities: z.array(severity).min(1).optional(),
  policies: z.array(policyConfigSchema).min(1).optional(),
  owningTeams: strict({ schedule: z.unknown().optional() }).optional(),
  review: review.optional(),
  tickets: z.unknown().optional(),
  reminders: z.unknown().optional(),
  // By the id of the tracker, each for its module to check.
  trackers: z.record(z.string(), z.unknown()).optional(),
  incidents: z.unknown().optional(),
  // By the id of the source, each for its module to check.
  incidentSources: z.record(z.string(), z.unknown()).optional(),
});

/** What the schema gives, with the defaults of each policy filled in. */
export type ParsedConfig = z.output<typeof configSchema>;

/** A policy with its defaults filled in. */
export type ParsedPolicy = z.output<typeof policyConfigSchema>;
