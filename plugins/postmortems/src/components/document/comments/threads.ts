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

import type {
  Comment,
  CommentAnchor,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { sectionKeySchema } from 'backstage-plugin-postmortems-common';
import { OUTLINE, anchorOf, sectionsOf } from '../model/outline';
import type { OutlineKey } from '../model/outline';

/** A part of the postmortem, and what is said about it. Without an anchor it is the whole. */
export interface Thread {
  anchor?: CommentAnchor;
  comments: Comment[];
}

/** Whether a heading of the page is something to comment on. */
export function isCommentable(
  key: OutlineKey,
): key is OutlineKey & CommentAnchor {
  return (
    sectionKeySchema.safeParse(key).success ||
    key === 'timeline' ||
    key === 'contributing-factors' ||
    key === 'action-items'
  );
}

/** What comments may be about, in the order of the page. */
export function anchorsOf(postmortem: Postmortem): CommentAnchor[] {
  return OUTLINE.flatMap((key): CommentAnchor[] => {
    switch (key) {
      case 'response':
      case 'messages':
        return sectionsOf(key);
      case 'timeline':
        return [key, ...postmortem.timeline.map(({ id }) => `${key}/${id}`)];
      case 'contributing-factors':
        return [
          key,
          ...postmortem.contributingFactors.map(({ id }) => `${key}/${id}`),
        ];
      case 'action-items':
        return [key, ...postmortem.actionItems.map(({ id }) => keyOf(id))];
      default:
        return isCommentable(key) ? [key] : [];
    }
  });
}

/** `A3` of `PM-42/A3`. */
export function keyOf(actionItemId: string): string {
  return actionItemId.slice(actionItemId.indexOf('/') + 1);
}

/** Where on the page the part stands that comments are about. */
export function elementIdOf(anchor: CommentAnchor): string {
  return sectionKeySchema.safeParse(anchor).success ||
    isCommentable(anchor as OutlineKey)
    ? anchorOf(anchor as OutlineKey)
    : anchor;
}

/**
 * Comments by what they are about: first the whole, then part by part in the order of the page;
 * apart from those whose part is not there any more.
 *
 * @param also - parts that are listed even if nothing is said about them
 */
export function threadsOf(
  postmortem: Postmortem,
  comments: Comment[],
  also: Array<CommentAnchor | undefined>,
): { threads: Thread[]; removed: Comment[] } {
  const anchors = [undefined, ...anchorsOf(postmortem)];
  const threads = anchors.map(anchor => ({
    anchor,
    comments: comments.filter(comment => comment.anchor === anchor),
  }));
  return {
    threads: threads.filter(
      ({ anchor, comments: some }) => some.length > 0 || also.includes(anchor),
    ),
    removed: comments.filter(({ anchor }) => !anchors.includes(anchor)),
  };
}
