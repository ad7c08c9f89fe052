import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  entityRefSchema,
  lineSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import type { Contributor } from '../postmortem/contributor';

/** @public */
export const putOwnerSchema = objectSchema<PutOwner>(
  z.strictObject({
    ownerRef: entityRefSchema
      .nullable()
      .describe('A User entity, or null to unassign the owner'),
  } satisfies Fields<PutOwner>),
);

/** Request body of `putOwner`. @public */
export interface PutOwner {
  ownerRef: string | null;
}

/** @public */
export const handOverOwnerSchema = objectSchema<HandOverOwner>(
  z.strictObject({
    suggestedRef: entityRefSchema
      .optional()
      .describe(
        'A User entity that has not handed this postmortem over before',
      ),
    reason: lineSchema(LIMITS.reason),
  } satisfies Fields<HandOverOwner>),
);

/**
 * Hands over ownership, with a reason and optionally a suggested new owner.
 *
 * @public
 */
export interface HandOverOwner {
  suggestedRef?: string;
  reason: string;
}

/** @public */
export const ownerSuggestionSchema = objectSchema<OwnerSuggestion>(
  z.object({
    userRef: entityRefSchema,
    suggestedBy: entityRefSchema,
    reason: lineSchema(LIMITS.reason),
    suggestedAt: timestampSchema,
  } satisfies Fields<OwnerSuggestion>),
);

/**
 * The new owner suggested by the last owner. Cleared once an owner is assigned.
 *
 * @public
 */
export interface OwnerSuggestion {
  userRef: string;
  suggestedBy: string;
  reason: string;
  suggestedAt: string;
}

/** @public */
export const suggestOwnersSchema = objectSchema<
  WithDefaults<SuggestOwners, 'contributors'>,
  SuggestOwners
>(
  z.strictObject({
    entityRefs: z
      .array(entityRefSchema)
      .min(1, { error: 'must name at least one affected entity' })
      .max(LIMITS.entityRefs)
      .describe('Affected entities, primary first'),
    commanderRef: entityRefSchema.optional(),
    contributors: z
      .array(
        z.strictObject({
          userRef: entityRefSchema,
          role: lineSchema(LIMITS.contributorRole),
        }),
      )
      .max(LIMITS.contributors)
      .default([]),
    postmortemId: postmortemIdSchema
      .optional()
      .describe('An existing postmortem; excludes people who handed it over'),
  } satisfies Fields<SuggestOwners>),
);

/**
 * Facts about an incident, used to suggest owners for its postmortem.
 *
 * @public
 */
export interface SuggestOwners {
  entityRefs: string[];
  commanderRef?: string;
  contributors?: Contributor[];
  postmortemId?: string;
}

/**
 * Why someone is suggested as owner: the last owner suggested them, they led the investigation,
 * stabilized the service, triggered the response, own the primary entity, or owned earlier
 * postmortems for it.
 *
 * @public
 */
export const ownerReasonSchema = z.enum([
  'suggested',
  'investigated',
  'responded',
  'triggered',
  'owns-entity',
  'owned-before',
]);

/** @public */
export type OwnerReason = z.infer<typeof ownerReasonSchema>;

/** @public */
export const ownerSuggestionsSchema = objectSchema<OwnerSuggestions>(
  z.object({
    items: z.array(
      z.object({
        userRef: entityRefSchema,
        reasons: z.array(ownerReasonSchema).min(1),
        ownedBefore: z
          .int()
          .min(0)
          .describe(
            'Number of postmortems for the primary entity that they have owned',
          ),
      }),
    ),
  } satisfies Fields<OwnerSuggestions>),
);

/**
 * Suggested owners, best match first.
 *
 * @public
 */
export interface OwnerSuggestions {
  items: { userRef: string; reasons: OwnerReason[]; ownedBefore: number }[];
}
