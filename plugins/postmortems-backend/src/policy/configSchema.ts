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

/** An object that rejects unknown keys, so that typos are reported. */
export function strict<T extends z.core.$ZodShape>(shape: T) {
  return z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? `has unknown keys: ${issue.keys.join(', ')}. Use ${Object.keys(
            shape,
          ).join(', ')}`
        : undefined,
  });
}

const due = z.union(dueSchema.options, {
  error:
    'must be { hours: 1 to 8760 }, { calendarDays: 1 to 365 } or { businessDays: 1 to 365 } ' +
    'with a whole number, and optionally cutoff: end-of-day or cutoff: exact',
});

/** An IANA time zone. */
export const timeZoneSchema = z
  .string()
  .refine(zone => IANAZone.isValidZone(zone), {
    error: issue =>
      `must be an IANA time zone such as America/New_York or UTC, not "${issue.input}"`,
  });

const WEEKDAYS =
  'must list at least one day of the week, from 1 (Monday) to 7 (Sunday), without repeats';

const workingDays = z
  .array(z.int(WEEKDAYS).min(1, WEEKDAYS).max(7, WEEKDAYS), WEEKDAYS)
  .min(1, WEEKDAYS)
  .refine(days => new Set(days).size === days.length, WEEKDAYS);

const holidays = strict({
  ...holidaysSchema.shape,
  // Validated later against the known countries, which gives a better message.
  country: z.string().optional(),
}).superRefine((place, ctx) => {
  const problem = unknownPlace(place);
  if (problem) {
    const { field, message } = problem;
    ctx.addIssue({ code: 'custom', path: [field], message });
  }
});

/** Any duration that Backstage configuration supports, converted to hours. */
export const hoursSchema = z.unknown().transform((value, ctx) => {
  try {
    const config = new ConfigReader({ value: value as JsonValue });
    const duration = readDurationFromConfig(config, { key: 'value' });
    const length = Duration.fromObject(duration).as('hours');
    if (length >= 0) return length;
  } catch {
    // Invalid durations get the message below.
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

/** The schema for one policy. An empty policy has all defaults. */
export const policyConfigSchema = strict({
  effectiveFrom: dateSchema.optional(),
  timeZone: timeZoneSchema.default('UTC'),
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
        'must be a whole number from 0 to 10, or one per severity such as { SEV-1: 2, SEV-2: 1 }',
    })
    .optional(),
  independence: z
    .enum(['not-owner', 'not-author'], {
      error: 'must be not-owner or not-author',
    })
    .optional(),
});

/**
 * Validates the keys under `postmortems` in app-config one by one; relations between them are
 * checked later. Keys of type `unknown` are validated where they are used.
 */
export const configSchema = strict({
  severities: z.array(severity).min(1).optional(),
  policies: z.array(policyConfigSchema).min(1).optional(),
  owningTeams: strict({ schedule: z.unknown().optional() }).optional(),
  review: review.optional(),
  tickets: z.unknown().optional(),
  reminders: z.unknown().optional(),
  // By tracker id; validated by the tracker's module.
  trackers: z.record(z.string(), z.unknown()).optional(),
  incidents: z.unknown().optional(),
  deletion: z.unknown().optional(),
  badges: z.unknown().optional(),
  feeds: z.unknown().optional(),
  liveEditing: strict({ enabled: z.boolean().optional() }).optional(),
  // By source id; validated by the source's module.
  incidentSources: z.record(z.string(), z.unknown()).optional(),
});

export type ParsedConfig = z.output<typeof configSchema>;

export type ParsedPolicy = z.output<typeof policyConfigSchema>;
