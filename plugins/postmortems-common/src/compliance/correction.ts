import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { lineSchema, timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { severitySchema } from '../policy/severity';

/** @public */
export const correctFactsSchema = objectSchema<CorrectFacts>(
  z
    .strictObject({
      severity: severitySchema
        .optional()
        .describe(
          'The correct governing severity. More severe changes are marked as declared by mistake',
        ),
      startedAt: timestampSchema.optional(),
      resolvedAt: timestampSchema.nullable().optional(),
      meetingHeldAt: timestampSchema.nullable().optional(),
      reason: lineSchema(LIMITS.line),
    } satisfies Fields<CorrectFacts>)
    .refine(
      ({ reason: _reason, ...facts }) =>
        Object.values(facts).some(fact => fact !== undefined),
      {
        error:
          'must correct at least one of severity, startedAt, resolvedAt, meetingHeldAt',
      },
    ),
);

/**
 * Corrects facts that affect the deadline. Requires someone independent. Omitted facts stay
 * unchanged; `null` clears a time.
 *
 * @public
 */
export interface CorrectFacts {
  severity?: string;
  startedAt?: string;
  resolvedAt?: string | null;
  meetingHeldAt?: string | null;
  reason: string;
}
