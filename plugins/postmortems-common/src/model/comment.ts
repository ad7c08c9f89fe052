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
import { anyOf, pageParameters } from './listing';
import {
  entityRefSchema,
  itemIdSchema,
  markdownSchema,
  revisionSchema,
  timestampSchema,
} from './primitives';
import { sectionKeySchema } from './sections';

/**
 * What a comment is about: a section, a part of the postmortem, or one item of a part, such as
 * `timeline/3`, `contributing-factors/1` or the action item `A2`.
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
        'must be the key of a section, timeline, contributing-factors or action-items, or one item such as timeline/3 or A2',
    },
  )
  .describe('What the comment is about; left out: the postmortem as a whole');

/** @public */
export type CommentAnchor = z.infer<typeof commentAnchorSchema>;

const textSchema = markdownSchema(LIMITS.itemMarkdown).refine(
  text => text.trim() !== '',
  { error: 'must not be empty' },
);

/**
 * A remark on a postmortem. Open until somebody resolves it.
 *
 * @public
 */
export const commentSchema = z.object({
  id: itemIdSchema,
  anchor: commentAnchorSchema.optional(),
  authorRef: entityRefSchema,
  markdown: textSchema,
  createdAt: timestampSchema,
  editedAt: timestampSchema.optional(),
  resolvedAt: timestampSchema.optional(),
  resolvedBy: entityRefSchema.optional(),
  revision: revisionSchema,
});

/** @public */
export type Comment = z.infer<typeof commentSchema>;

/** @public */
export const createCommentSchema = z.strictObject({
  anchor: commentAnchorSchema.optional(),
  markdown: textSchema,
});

/** @public */
export type CreateComment = z.infer<typeof createCommentSchema>;

/** @public */
export const updateCommentSchema = z.strictObject({ markdown: textSchema });

/** @public */
export type UpdateComment = z.infer<typeof updateCommentSchema>;

/** @public */
export const listCommentsQuerySchema = z.strictObject({
  anchor: anyOf(commentAnchorSchema),
  resolved: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only those resolved, or only those open'),
  ...pageParameters,
});

/** @public */
export type ListCommentsQuery = z.input<typeof listCommentsQuerySchema>;
