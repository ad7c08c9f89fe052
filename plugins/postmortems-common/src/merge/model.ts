import { z } from 'zod';
import { complianceStatusSchema } from '../compliance/model';
import type { ComplianceStatus } from '../compliance/model';
import { LIMITS } from '../kernel/limits';
import {
  entityRefSchema,
  itemIdSchema,
  lineSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { severitySchema } from '../policy/severity';

/** @public */
export const coverIncidentSchema: z.ZodType<
  CoverIncident,
  CoverIncident | undefined
> = z
  .strictObject({ reason: lineSchema(LIMITS.reason).optional() })
  .default({});

/**
 * Links an incident. The reason is required if linking improves compliance on either side.
 *
 * @public
 */
export interface CoverIncident {
  reason?: string;
}

/** @public */
export const mergePostmortemSchema = objectSchema<MergePostmortem>(
  z.strictObject({
    intoId: postmortemIdSchema.describe('The remaining postmortem'),
    reason: lineSchema(LIMITS.reason),
  } satisfies Fields<MergePostmortem>),
);

/** Request body of `mergePostmortem`. @public */
export interface MergePostmortem {
  intoId: string;
  reason: string;
}

/**
 * How a merge improves compliance on either side. Any improvement requires someone independent and
 * a reason.
 * - `left-overdue`, `left-late`, `left-rate`: no longer overdue, late or in the rate
 * - `later-deadline`: a later deadline, or none
 * - `no-longer-required`: no postmortem is required anymore
 * - `lower-severity`: the governing severity is lower
 * - `excused`: the remaining postmortem's waiver or extension now also covers incidents that it
 *   wasn't granted for
 *
 * @public
 */
export const mergeGainSchema = z.enum([
  'left-overdue',
  'left-late',
  'left-rate',
  'later-deadline',
  'no-longer-required',
  'lower-severity',
  'excused',
]);

/** @public */
export type MergeGain = z.infer<typeof mergeGainSchema>;

/** @public */
export const previewMergeSchema = objectSchema<PreviewMerge>(
  z
    .strictObject({
      incidentId: itemIdSchema.optional().describe('The incident to link'),
      duplicateId: postmortemIdSchema
        .optional()
        .describe('The postmortem to merge into this one'),
    } satisfies Fields<PreviewMerge>)
    .refine(
      ({ incidentId, duplicateId }) =>
        (incidentId === undefined) !== (duplicateId === undefined),
      { error: 'must have either incidentId or duplicateId' },
    ),
);

/** Request body of `previewMerge`. @public */
export interface PreviewMerge {
  incidentId?: string;
  duplicateId?: string;
}

/** @public */
export const mergePreviewSchema = objectSchema<MergePreview>(
  z.object({
    governingSeverity: severitySchema,
    startedAt: timestampSchema,
    resolvedAt: timestampSchema.optional(),
    dueAt: timestampSchema.optional(),
    complianceStatus: complianceStatusSchema,
    entityRefs: z.array(entityRefSchema),
    gains: z
      .array(mergeGainSchema)
      .describe(
        'If not empty, merging requires someone independent and a reason',
      ),
    replacedId: postmortemIdSchema
      .optional()
      .describe('The postmortem or draft that would be merged into this one'),
    refusedBecause: z
      .string()
      .optional()
      .describe('Why the caller cannot merge them'),
  } satisfies Fields<MergePreview>),
);

/**
 * The postmortem that remains after a merge.
 *
 * @public
 */
export interface MergePreview {
  governingSeverity: string;
  startedAt: string;
  resolvedAt?: string;
  dueAt?: string;
  complianceStatus: ComplianceStatus;
  entityRefs: string[];
  gains: MergeGain[];
  replacedId?: string;
  refusedBecause?: string;
}
