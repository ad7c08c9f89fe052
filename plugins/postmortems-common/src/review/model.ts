import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  entityRefSchema,
  lineSchema,
  revisionSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * A reviewer's decision: the postmortem can be published as it is, or needs changes.
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

/**
 * Why a request for changes no longer applies: the reviewer was removed or left the catalog.
 *
 * @public
 */
export const reviewLapseSchema = z.enum(['not-asked', 'left']);

/** @public */
export type ReviewLapse = z.infer<typeof reviewLapseSchema>;

/**
 * Why someone isn't independent: they are the owner, acknowledged or edited it as a past owner, or
 * wrote more than half of the text.
 *
 * @public
 */
export const dependenceSchema = z.enum(['owner', 'was-owner', 'author']);

/** @public */
export type Dependence = z.infer<typeof dependenceSchema>;

const contentRevisionSchema = revisionSchema.describe(
  'The contentRevision of the version you read',
);

/** @public */
export const reviewSchema = objectSchema<Review>(
  z.object({
    reviewerRef: entityRefSchema,
    verdict: verdictSchema,
    comment: commentSchema.optional(),
    contentRevision: contentRevisionSchema,
    reviewedAt: timestampSchema,
    stale: z
      .boolean()
      .describe('Whether the content has changed since the review'),
    independent: z
      .boolean()
      .describe(
        'Whether the reviewer is independent: not the owner, not a past owner who acknowledged or edited it since the last publication, and not the author of more than half of the text',
      ),
    dependence: dependenceSchema
      .optional()
      .describe('Why the reviewer is not independent'),
    counts: z
      .boolean()
      .describe(
        'Whether it is an approval that counts: not stale, and independent under postmortems.review.independence',
      ),
    blocks: z
      .boolean()
      .describe('Whether it is a request for changes that blocks publishing'),
    dismissed: z
      .object({
        by: entityRefSchema,
        at: timestampSchema,
        reason: lineSchema(LIMITS.reason),
      })
      .optional()
      .describe('Who dismissed the request for changes, and why'),
    lapsed: z
      .object({ at: timestampSchema, because: reviewLapseSchema })
      .optional()
      .describe('When the request for changes lapsed'),
  } satisfies Fields<Review>),
);

/**
 * A person's latest review, for the version they read. After an edit it is stale, and an approval
 * no longer counts.
 *
 * @public
 */
export interface Review {
  reviewerRef: string;
  verdict: Verdict;
  comment?: string;
  contentRevision: number;
  reviewedAt: string;
  stale: boolean;
  independent: boolean;
  dependence?: Dependence;
  counts: boolean;
  blocks: boolean;
  dismissed?: { by: string; at: string; reason: string };
  lapsed?: { at: string; because: ReviewLapse };
}

/** @public */
export const reviewStateSchema = objectSchema<ReviewState>(
  z.object({
    reviewerRefs: z
      .array(entityRefSchema)
      .describe('Requested reviewers: users and groups'),
    approvalsRequired: z
      .int()
      .min(0)
      .describe('Number of approvals required to publish'),
    approvals: z.int().min(0).describe('Number of approvals that count'),
    changesRequested: z
      .int()
      .min(0)
      .describe('Number of requests for changes that block publishing'),
    dependent: z
      .array(z.object({ userRef: entityRefSchema, because: dependenceSchema }))
      .describe('Everyone whose approval would not count, and why'),
    reviews: z
      .array(reviewSchema)
      .describe('The latest review of each person, newest first'),
  } satisfies Fields<ReviewState>),
);

/**
 * The state of a postmortem's review.
 *
 * @public
 */
export interface ReviewState {
  reviewerRefs: string[];
  approvalsRequired: number;
  approvals: number;
  changesRequested: number;
  dependent: { userRef: string; because: Dependence }[];
  reviews: Review[];
}

/** @public */
export const putReviewersSchema = objectSchema<PutReviewers>(
  z.strictObject({
    reviewerRefs: z.array(entityRefSchema).max(LIMITS.reviewers),
  } satisfies Fields<PutReviewers>),
);

/** Request body of `putReviewers`. @public */
export interface PutReviewers {
  reviewerRefs: string[];
}

/** @public */
export const addReviewSchema = objectSchema<AddReview>(
  z
    .strictObject({
      verdict: verdictSchema,
      comment: commentSchema.optional(),
      contentRevision: contentRevisionSchema,
    } satisfies Fields<AddReview>)
    .refine(
      ({ verdict, comment }) => verdict === 'approve' || comment !== undefined,
      { path: ['comment'], error: 'is required to request changes' },
    ),
);

/** Request body of `addReview`. @public */
export interface AddReview {
  verdict: Verdict;
  comment?: string;
  contentRevision: number;
}

/** @public */
export const dismissReviewSchema = objectSchema<DismissReview>(
  z.strictObject({
    reviewerRef: entityRefSchema.describe(
      'The reviewer whose request for changes to dismiss',
    ),
    reason: lineSchema(LIMITS.reason),
  } satisfies Fields<DismissReview>),
);

/** Request body of `dismissReview`. @public */
export interface DismissReview {
  reviewerRef: string;
  reason: string;
}
