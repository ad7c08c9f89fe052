import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  lineSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * Replaces redacted text.
 *
 * @public
 */
export const REDACTED = '[redacted]';

/** @public */
export const redactPostmortemSchema = objectSchema<RedactPostmortem>(
  z.strictObject({
    text: z
      .string()
      .trim()
      .min(4, { error: 'must be at least 4 characters' })
      .max(LIMITS.redactedText, {
        error: `must be at most ${LIMITS.redactedText} characters`,
      })
      .describe('The text to redact everywhere (case-insensitive)'),
    reason: lineSchema(LIMITS.reason).describe(
      'Shown in the history. Must not contain the text',
    ),
  } satisfies Fields<RedactPostmortem>),
);

/** Request body of `redactPostmortem`. @public */
export interface RedactPostmortem {
  text: string;
  reason: string;
}

/**
 * Where text can be redacted.
 *
 * @public
 */
export const redactionPlaceSchema = z.enum([
  'facts',
  'sections',
  'timeline',
  'contributing-factors',
  'action-items',
  'comments',
  'reviews',
  'history',
  'exceptions',
  'messages',
  'incidents',
  'deliveries',
  'deleted-postmortems',
]);

/** @public */
export type RedactionPlace = z.infer<typeof redactionPlaceSchema>;

/** @public */
export const redactionSchema = objectSchema<Redaction>(
  z.object({
    id: postmortemIdSchema,
    redactedAt: timestampSchema,
    places: z.array(
      z.object({
        place: redactionPlaceSchema,
        occurrences: z.int().min(1),
      }),
    ),
  } satisfies Fields<Redaction>),
);

/**
 * The result of a redaction: counts by place, never the text.
 *
 * @public
 */
export interface Redaction {
  id: string;
  redactedAt: string;
  places: { place: RedactionPlace; occurrences: number }[];
}
