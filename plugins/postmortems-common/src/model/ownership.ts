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
import { LIMITS } from './limits';
import {
  entityRefSchema,
  lineSchema,
  postmortemIdSchema,
  timestampSchema,
} from './primitives';

/** @public */
export const putOwnerSchema = z.strictObject({
  ownerRef: entityRefSchema
    .nullable()
    .describe(
      'A User entity, or null to leave the postmortem without an owner',
    ),
});

/** @public */
export type PutOwner = z.infer<typeof putOwnerSchema>;

/**
 * The owner gives the postmortem back, with a word on why, and on who might take it.
 *
 * @public
 */
export const handOverOwnerSchema = z.strictObject({
  suggestedRef: entityRefSchema
    .optional()
    .describe('A User entity that has not handed it over already'),
  reason: lineSchema(LIMITS.reason),
});

/** @public */
export type HandOverOwner = z.infer<typeof handOverOwnerSchema>;

/**
 * Whom the last owner suggested in their place. Gone once somebody is named.
 *
 * @public
 */
export const ownerSuggestionSchema = z.object({
  userRef: entityRefSchema,
  suggestedBy: entityRefSchema,
  reason: lineSchema(LIMITS.reason),
  suggestedAt: timestampSchema,
});

/** @public */
export type OwnerSuggestion = z.infer<typeof ownerSuggestionSchema>;

/**
 * What is known of an incident whose postmortem needs an owner.
 *
 * @public
 */
export const suggestOwnersSchema = z.strictObject({
  entityRefs: z
    .array(entityRefSchema)
    .min(1, { error: 'must name at least one affected entity' })
    .max(LIMITS.entityRefs)
    .describe('What was affected; the first is the primary one'),
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
    .describe('One that exists: whoever handed it over is left out'),
});

/** @public */
export type SuggestOwners = z.input<typeof suggestOwnersSchema>;

/**
 * Why somebody might be the owner: the last owner suggested them, they led the investigation, did
 * the stabilising work, triggered the response, or owned postmortems of the primary entity before.
 *
 * @public
 */
export const ownerReasonSchema = z.enum([
  'suggested',
  'investigated',
  'responded',
  'triggered',
  'owned-before',
]);

/** @public */
export type OwnerReason = z.infer<typeof ownerReasonSchema>;

/**
 * People who might be the owner, the most fitting first.
 *
 * @public
 */
export const ownerSuggestionsSchema = z.object({
  items: z.array(
    z.object({
      userRef: entityRefSchema,
      reasons: z.array(ownerReasonSchema).min(1),
      ownedBefore: z
        .int()
        .min(0)
        .describe('How many postmortems of the primary entity they owned'),
    }),
  ),
});

/** @public */
export type OwnerSuggestions = z.infer<typeof ownerSuggestionsSchema>;
