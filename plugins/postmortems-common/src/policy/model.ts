import { z } from 'zod';
import { incidentSourceIdSchema } from '../incident/model';
import { LIMITS } from '../kernel/limits';
import {
  dateSchema,
  entityRefSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import {
  severityChangeSchema,
  severityDefinitionSchema,
  severitySchema,
} from './severity';
import type { SeverityChange, SeverityDefinition } from './severity';

/**
 * The time of day when the deadline ends: the end of the due day in local time, or the time at
 * which the incident was resolved.
 *
 * @public
 */
export const cutoffSchema = z.enum(['end-of-day', 'exact']);

/** @public */
export type Cutoff = z.infer<typeof cutoffSchema>;

/** @public */
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

/**
 * The time that a rule allows after the incident is resolved: exactly one of `hours`,
 * `calendarDays` and `businessDays`. `cutoff` doesn't apply to hours.
 *
 * @public
 */
export type Due =
  | { hours: number; cutoff?: Cutoff }
  | { calendarDays: number; cutoff?: Cutoff }
  | { businessDays: number; cutoff?: Cutoff };

/** @public */
export const ruleSchema = objectSchema<Rule>(
  z.strictObject({
    severity: severitySchema,
    due: dueSchema,
  } satisfies Fields<Rule>),
);

/**
 * A policy rule: incidents with this governing severity require a postmortem within `due`.
 *
 * @public
 */
export interface Rule {
  severity: string;
  due: Due;
}

/** @public */
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
} satisfies Fields<Holidays>);

/**
 * Days that aren't business days: the observed public holidays of a country (and its state or
 * region), plus `extra`, minus `ignore`.
 *
 * @public
 */
export interface Holidays {
  country?: string;
  state?: string;
  region?: string;
  extra?: string[];
  ignore?: string[];
}

/**
 * What completes a postmortem under the policy: publishing it, or holding the review meeting.
 *
 * @public
 */
export const satisfiedBySchema = z.enum(['published', 'meeting-held']);

/** @public */
export type SatisfiedBy = z.infer<typeof satisfiedBySchema>;

/**
 * Whether a required postmortem can be published without a commitment: `required` means that it
 * requires a committed P0 or P1 action item, or a reason for having none.
 *
 * @public
 */
export const actionItemsToPublishSchema = z.enum(['required', 'optional']);

/** @public */
export type ActionItemsToPublish = z.infer<typeof actionItemsToPublishSchema>;

/** @public */
export const policySchema = objectSchema<Policy>(
  z.object({
    effectiveFrom: dateSchema.optional(),
    timeZone: z.string(),
    workingDays: z.array(z.int().min(1).max(7)),
    holidays: holidaysSchema.optional(),
    satisfiedBy: satisfiedBySchema,
    actionItemsToPublish: actionItemsToPublishSchema,
    warnBeforeHours: z
      .number()
      .min(0)
      .describe('Length of the warning period, in hours'),
    rules: z.array(ruleSchema),
  } satisfies Fields<Policy>),
);

/**
 * A deadline policy that takes effect at `effectiveFrom` (a date in its own time zone). Without
 * `effectiveFrom`, it applies from the beginning. `workingDays` are ISO weekdays; 1 is Monday.
 *
 * @public
 */
export interface Policy {
  effectiveFrom?: string;
  timeZone: string;
  workingDays: number[];
  holidays?: Holidays;
  satisfiedBy: SatisfiedBy;
  actionItemsToPublish: ActionItemsToPublish;
  warnBeforeHours: number;
  rules: Rule[];
}

/** @public */
export const policyInForceSchema = objectSchema<PolicyInForce>(
  z.object({
    policy: policySchema,
    severities: z.array(severityDefinitionSchema),
    incidentSources: z
      .array(z.object({ id: incidentSourceIdSchema, title: z.string() }))
      .describe('Installed incident sources'),
  } satisfies Fields<PolicyInForce>),
);

/**
 * The current policy with the configured severities and incident sources.
 *
 * @public
 */
export interface PolicyInForce {
  policy: Policy;
  severities: SeverityDefinition[];
  incidentSources: { id: string; title: string }[];
}

/** @public */
export const countedDaySchema = objectSchema<CountedDay>(
  z.object({
    date: dateSchema,
    counts: z.boolean(),
    reason: z.enum(['working-day', 'calendar-day', 'day-off', 'holiday']),
    holiday: z
      .string()
      .optional()
      .describe('Name of the holiday, if that is the reason'),
  } satisfies Fields<CountedDay>),
);

/**
 * A day between the resolution and the due day, and whether it was counted.
 *
 * @public
 */
export interface CountedDay {
  date: string;
  counts: boolean;
  reason: 'working-day' | 'calendar-day' | 'day-off' | 'holiday';
  holiday?: string;
}

/** @public */
export const deadlineExplanationSchema = objectSchema<DeadlineExplanation>(
  z.object({
    sentence: z.string(),
    timeZone: z.string(),
    countedFrom: timestampSchema,
    dueDate: dateSchema.describe(
      'Calendar date of the deadline in the time zone',
    ),
    days: z.array(countedDaySchema),
  } satisfies Fields<DeadlineExplanation>),
);

/**
 * How a deadline was computed, in enough detail to check it by hand.
 *
 * @public
 */
export interface DeadlineExplanation {
  sentence: string;
  timeZone: string;
  countedFrom: string;
  dueDate: string;
  days: CountedDay[];
}

/** @public */
export const deadlineSchema = objectSchema<Deadline>(
  z.object({
    dueAt: timestampSchema,
    originalDueAt: timestampSchema.optional(),
    rule: ruleSchema,
    explanation: deadlineExplanationSchema,
  } satisfies Fields<Deadline>),
);

/**
 * A postmortem's deadline. `dueAt` is the deadline in effect. If it was extended, `originalDueAt`
 * is the deadline under the policy.
 *
 * @public
 */
export interface Deadline {
  dueAt: string;
  originalDueAt?: string;
  rule: Rule;
  explanation: DeadlineExplanation;
}

/** @public */
export const previewDeadlineSchema = objectSchema<PreviewDeadline>(
  z.strictObject({
    severity: severitySchema,
    severityHistory: z
      .array(severityChangeSchema.strict())
      .min(1)
      .max(LIMITS.severityChanges)
      .refine(changes => changes.some(change => !change.declaredByMistake), {
        error: 'must have at least one change without declaredByMistake',
      })
      .optional(),
    startedAt: timestampSchema.optional(),
    resolvedAt: timestampSchema.optional(),
    entityRefs: z.array(entityRefSchema).max(LIMITS.entityRefs).optional(),
    meetingHeldAt: timestampSchema
      .nullable()
      .optional()
      .describe('Only with postmortemId. Default: unchanged'),
    postmortemId: postmortemIdSchema
      .optional()
      .describe(
        'The postmortem that the facts belong to. A running deadline keeps its calendar, and the response says what the change requires. Without severityHistory, severity is the corrected governing severity',
      ),
  } satisfies Fields<PreviewDeadline>),
);

/**
 * Facts that determine a deadline, for a preview.
 *
 * @public
 */
export interface PreviewDeadline {
  severity: string;
  severityHistory?: SeverityChange[];
  startedAt?: string;
  resolvedAt?: string;
  entityRefs?: string[];
  meetingHeldAt?: string | null;
  postmortemId?: string;
}

/**
 * What a change of facts requires if it improves compliance, for example with a later deadline: a
 * `reason` if the facts were first entered recently, or otherwise a `correction` by someone
 * independent.
 *
 * @public
 */
export const changeNeedsSchema = z.enum(['nothing', 'reason', 'correction']);

/** @public */
export type ChangeNeeds = z.infer<typeof changeNeedsSchema>;

/** @public */
export const deadlinePreviewSchema = objectSchema<DeadlinePreview>(
  z.object({
    required: z.boolean(),
    governingSeverity: severitySchema,
    rule: ruleSchema.optional(),
    deadline: deadlineSchema.optional(),
    teamRefs: z.array(entityRefSchema),
    needs: changeNeedsSchema
      .optional()
      .describe('What saving these facts requires. Only with postmortemId'),
  } satisfies Fields<DeadlinePreview>),
);

/**
 * The policy's result for a set of facts: whether a postmortem is required, its deadline once the
 * incident is resolved, and the owning teams.
 *
 * @public
 */
export interface DeadlinePreview {
  required: boolean;
  governingSeverity: string;
  rule?: Rule;
  deadline?: Deadline;
  teamRefs: string[];
  needs?: ChangeNeeds;
}
