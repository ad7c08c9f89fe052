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
import { entityRefSchema, revisionSchema, timestampSchema } from './primitives';
import { LIMITS } from './limits';

/**
 * What a reviewer says: it can be published as it is, or something has to change first.
 *
 * @public
 */
export const verdictSchema = z.enum(['approve', 'request-changes']);

/** @public */
export type Verdict = z.infer<typeof verdictSchema>;

const commentSchema = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(LIMITS.reason, { error: `must be at most ${LIMITS.reason} characters` });

const contentRevisionSchema = revisionSchema.describe(
  'The contentRevision of the postmortem that was read',
);

/**
 * The latest review of a person. It is about the content as it was read: once that has changed,
 * the review is stale, and an approval does not count any more.
 *
 * @public
 */
export const reviewSchema = z.object({
  reviewerRef: entityRefSchema,
  verdict: verdictSchema,
  comment: commentSchema.optional(),
  contentRevision: contentRevisionSchema,
  reviewedAt: timestampSchema,
  stale: z.boolean().describe('Whether the content has changed since'),
  counts: z
    .boolean()
    .describe(
      "Whether it is an approval that publishing counts: not stale, and not the owner's own",
    ),
});

/** @public */
export type Review = z.infer<typeof reviewSchema>;

/**
 * Where the review of a postmortem stands.
 *
 * @public
 */
export const reviewStateSchema = z.object({
  reviewerRefs: z
    .array(entityRefSchema)
    .describe('The users and groups asked for a review'),
  approvalsRequired: z
    .int()
    .min(0)
    .describe('How many approvals publishing takes'),
  approvals: z.int().min(0).describe('How many there are that count'),
  reviews: z
    .array(reviewSchema)
    .describe('The latest of each person, newest first'),
});

/** @public */
export type ReviewState = z.infer<typeof reviewStateSchema>;

/** @public */
export const putReviewersSchema = z.strictObject({
  reviewerRefs: z.array(entityRefSchema).max(LIMITS.reviewers),
});

/** @public */
export type PutReviewers = z.infer<typeof putReviewersSchema>;

/** @public */
export const addReviewSchema = z
  .strictObject({
    verdict: verdictSchema,
    comment: commentSchema.optional(),
    contentRevision: contentRevisionSchema,
  })
  .refine(
    ({ verdict, comment }) => verdict === 'approve' || comment !== undefined,
    { path: ['comment'], error: 'must say which changes are requested' },
  );

/** @public */
export type AddReview = z.infer<typeof addReviewSchema>;
