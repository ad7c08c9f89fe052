import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import type { Link } from '../kernel/link';
import {
  entityRefSchema,
  lineSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { givenSeverityChangeSchema, severitySchema } from '../policy/severity';
import type { Contributor } from './contributor';
import type { Visibility } from './visibility';
import { facts, outcomeSchema, statusSchema } from './model';
import type { Outcome, Status } from './model';

/** @public */
export const createPostmortemSchema = z.strictObject({
  title: facts.title,
  severity: severitySchema,
  severityHistory: z
    .array(givenSeverityChangeSchema)
    .min(1)
    .max(LIMITS.severityChanges)
    .optional()
    .describe(
      'All severities of the incident, oldest first; must end with `severity`. Default: `severity` since the start',
    ),
  outcome: outcomeSchema.default('incident'),
  startedAt: facts.startedAt,
  detectedAt: facts.detectedAt,
  mitigatedAt: facts.mitigatedAt,
  resolvedAt: facts.resolvedAt,
  entityRefs: facts.entityRefs,
  ownerRef: entityRefSchema.optional(),
  commanderRef: facts.commanderRef,
  contributors: facts.contributors.default([]),
  labels: facts.labels.default([]),
  links: facts.links.default([]),
  visibility: facts.visibility.default('internal'),
} satisfies Fields<CreatePostmortem>);

/**
 * Request body of `createPostmortem`.
 *
 * @public
 */
export interface CreatePostmortem {
  title: string;
  severity: string;
  severityHistory?: { severity: string; at: string; reason?: string }[];
  outcome?: Outcome;
  startedAt: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  entityRefs: string[];
  ownerRef?: string;
  commanderRef?: string;
  contributors?: Contributor[];
  labels?: string[];
  links?: Link[];
  visibility?: Visibility;
}

/** @public */
export const updatePostmortemSchema = objectSchema<UpdatePostmortem>(
  z
    .strictObject({
      title: facts.title,
      severity: severitySchema,
      severityChangedAt: timestampSchema.describe(
        'When the severity changed. Default: now, or the resolution if that is earlier',
      ),
      severityReason: lineSchema(LIMITS.line),
      outcome: outcomeSchema,
      startedAt: facts.startedAt,
      detectedAt: timestampSchema.nullable(),
      mitigatedAt: timestampSchema.nullable(),
      resolvedAt: timestampSchema.nullable(),
      meetingHeldAt: timestampSchema.nullable(),
      entityRefs: facts.entityRefs,
      commanderRef: entityRefSchema.nullable(),
      contributors: facts.contributors,
      labels: facts.labels,
      links: facts.links,
      noActionItemsReason: facts.noActionItemsReason.nullable(),
      visibility: facts.visibility,
      reason: lineSchema(LIMITS.reason).describe(
        'Required if the change moves the deadline later. Shown in the history and the exceptions report',
      ),
    } satisfies Fields<UpdatePostmortem>)
    .partial(),
);

/**
 * The facts to change. `null` clears an optional one; clearing `resolvedAt` reopens the incident.
 * `severity` extends the severity history, with `severityReason`.
 *
 * @public
 */
export interface UpdatePostmortem {
  title?: string;
  severity?: string;
  severityChangedAt?: string;
  severityReason?: string;
  outcome?: Outcome;
  startedAt?: string;
  detectedAt?: string | null;
  mitigatedAt?: string | null;
  resolvedAt?: string | null;
  meetingHeldAt?: string | null;
  entityRefs?: string[];
  commanderRef?: string | null;
  contributors?: Contributor[];
  labels?: string[];
  links?: Link[];
  noActionItemsReason?: string | null;
  visibility?: Visibility;
  reason?: string;
}

/** @public */
export const changeStatusSchema = objectSchema<ChangeStatus>(
  z
    .strictObject({
      to: statusSchema,
      reason: lineSchema(LIMITS.reason).optional(),
      announce: z
        .boolean()
        .optional()
        .describe('Whether to notify the owning teams and watchers'),
    } satisfies Fields<ChangeStatus>)
    .refine(({ to, announce }) => !announce || to === 'published', {
      path: ['announce'],
      error: 'is allowed only when `to` is `published`',
    }),
);

/** Request body of `changeStatus`. @public */
export interface ChangeStatus {
  to: Status;
  reason?: string;
  announce?: boolean;
}
