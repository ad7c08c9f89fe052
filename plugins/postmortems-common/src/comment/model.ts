import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { anyOf, pageParameters } from '../kernel/listing';
import type { PageParameters } from '../kernel/listing';
import {
  entityRefSchema,
  itemIdSchema,
  markdownSchema,
  postmortemIdSchema,
  revisionSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { sectionKeySchema } from '../section/model';
import { visibilitySchema } from '../postmortem/visibility';
import type { Visibility } from '../postmortem/visibility';

/**
 * What a comment is about: a section, a part of the postmortem, or one item such as `timeline/3`,
 * `contributing-factors/1` or the action item `A2`.
 *
 * @public
 */
export const commentAnchorSchema = z
  .union(
    [
      sectionKeySchema,
      z.enum(['timeline', 'contributing-factors', 'action-items']),
      z.string().regex(/^(timeline|contributing-factors)\/[1-9]\d{0,8}$/),
      z.string().regex(/^A[1-9]\d{0,8}$/),
    ],
    {
      error:
        'must be a section key, timeline, contributing-factors, action-items, or one item such as timeline/3 or A2',
    },
  )
  .describe('What the comment is about. Default: the whole postmortem');

/** @public */
export type CommentAnchor = z.infer<typeof commentAnchorSchema>;

const textSchema = markdownSchema(LIMITS.itemMarkdown).refine(
  text => text.trim() !== '',
  { error: 'must not be empty' },
);

/** @public */
export const commentSchema = objectSchema<Comment>(
  z.object({
    id: itemIdSchema,
    anchor: commentAnchorSchema.optional(),
    authorRef: entityRefSchema,
    markdown: textSchema,
    createdAt: timestampSchema,
    editedAt: timestampSchema.optional(),
    resolvedAt: timestampSchema.optional(),
    resolvedBy: entityRefSchema.optional(),
    revision: revisionSchema,
  } satisfies Fields<Comment>),
);

/**
 * A comment on a postmortem. Open until resolved.
 *
 * @public
 */
export interface Comment {
  id: string;
  anchor?: string;
  authorRef: string;
  markdown: string;
  createdAt: string;
  editedAt?: string;
  resolvedAt?: string;
  resolvedBy?: string;
  revision: number;
}

/** @public */
export const createCommentSchema = objectSchema<CreateComment>(
  z.strictObject({
    anchor: commentAnchorSchema.optional(),
    markdown: textSchema,
  } satisfies Fields<CreateComment>),
);

/** Request body of `addComment`. @public */
export interface CreateComment {
  anchor?: string;
  markdown: string;
}

/** @public */
export const updateCommentSchema = objectSchema<UpdateComment>(
  z.strictObject({
    markdown: textSchema,
  } satisfies Fields<UpdateComment>),
);

/** Request body of `updateComment`. @public */
export interface UpdateComment {
  markdown: string;
}

/** @public */
export const listCommentsQuerySchema = objectSchema<
  WithDefaults<ListCommentsQuery, 'limit' | 'totalItems'>,
  ListCommentsQuery
>(
  z.strictObject({
    anchor: anyOf(commentAnchorSchema),
    resolved: z
      .enum(['true', 'false'])
      .optional()
      .describe('true: only resolved comments; false: only open ones'),
    ...pageParameters,
  } satisfies Fields<ListCommentsQuery>),
);

/** Query parameters of `listComments`. @public */
export interface ListCommentsQuery extends PageParameters {
  anchor?: string[];
  resolved?: 'true' | 'false';
}

/** @public */
export const mentionSchema = objectSchema<Mention>(
  z.object({
    postmortem: z.object({
      id: postmortemIdSchema,
      title: z.string(),
      visibility: visibilitySchema,
    }),
    comment: commentSchema,
  } satisfies Fields<Mention>),
);

/**
 * An open comment that mentions a user who has not commented on the same part since.
 *
 * @public
 */
export interface Mention {
  postmortem: { id: string; title: string; visibility: Visibility };
  comment: Comment;
}

/** @public */
export const listMentionsQuerySchema = objectSchema<
  WithDefaults<ListMentionsQuery, 'limit' | 'totalItems'>,
  ListMentionsQuery
>(
  z.strictObject({
    userRef: entityRefSchema
      .optional()
      .describe('The mentioned user. Default: the caller'),
    ...pageParameters,
  } satisfies Fields<ListMentionsQuery>),
);

/** Query parameters of `listMentions`. @public */
export interface ListMentionsQuery extends PageParameters {
  userRef?: string;
}
