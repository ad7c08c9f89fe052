import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { anyOf } from '../kernel/listing';
import {
  entityRefSchema,
  lineSchema,
  postmortemIdSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { postmortemSummarySchema } from '../postmortem/model';
import type { PostmortemSummary } from '../postmortem/model';

/** @public */
export const findSimilarQuerySchema = objectSchema<FindSimilarQuery>(
  z
    .strictObject({
      postmortemId: postmortemIdSchema
        .optional()
        .describe('An existing postmortem to compare with the others'),
      title: z.string().max(LIMITS.title).optional(),
      text: z
        .string()
        .max(LIMITS.reason)
        .optional()
        .describe('What is known, such as symptoms or error messages'),
      entityRef: anyOf(entityRefSchema).describe('Affected entities'),
      label: anyOf(z.string().min(1).max(LIMITS.label)),
      factor: anyOf(lineSchema(LIMITS.title)).describe(
        'Titles of contributing factors',
      ),
    } satisfies Fields<FindSimilarQuery>)
    .refine(facts => Object.values(facts).some(value => value !== undefined), {
      error:
        'needs postmortemId, or at least one of title, text, entityRef, label and factor',
    }),
);

/**
 * What to find similar postmortems for: an existing postmortem, facts about an incident, or both.
 *
 * @public
 */
export interface FindSimilarQuery {
  postmortemId?: string;
  title?: string;
  text?: string;
  entityRef?: string[];
  label?: string[];
  factor?: string[];
}

/**
 * What two postmortems have in common. `depends-on` means that an entity of the given incident
 * depends on one of the similar incident; `dependency-of` is the reverse.
 *
 * @public
 */
export const similarityKindSchema = z.enum([
  'same-entity',
  'depends-on',
  'dependency-of',
  'same-system',
  'same-factor',
  'same-label',
  'shared-words',
]);

/** @public */
export type SimilarityKind = z.infer<typeof similarityKindSchema>;

/** @public */
export const similarityReasonSchema = objectSchema<SimilarityReason>(
  z.object({
    kind: similarityKindSchema,
    values: z
      .array(z.string())
      .min(1)
      .describe(
        'Entities that the similar incident affected, or the shared factors, labels or words (rarest first)',
      ),
  } satisfies Fields<SimilarityReason>),
);

/** One reason why postmortems are similar. @public */
export interface SimilarityReason {
  kind: SimilarityKind;
  values: string[];
}

/** @public */
export const similarPostmortemsSchema = objectSchema<SimilarPostmortems>(
  z.object({
    items: z
      .array(
        postmortemSummarySchema.extend({
          reasons: z.array(similarityReasonSchema).min(1),
        }),
      )
      .max(LIMITS.similarPostmortems),
  } satisfies Fields<SimilarPostmortems>),
);

/** A similar postmortem with reasons, strongest first. @public */
export interface SimilarPostmortem extends PostmortemSummary {
  reasons: SimilarityReason[];
}

/** Similar postmortems, most similar first. @public */
export interface SimilarPostmortems {
  items: SimilarPostmortem[];
}
