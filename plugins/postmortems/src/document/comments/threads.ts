import type {
  Comment,
  CommentAnchor,
  Postmortem,
} from 'backstage-plugin-postmortems-common';
import { sectionKeySchema } from 'backstage-plugin-postmortems-common';
import { anchorOf, anchorsOf, isCommentable } from '../parts';
import type { OutlineKey } from '../parts';

/** A part of the postmortem with its comments. Without an anchor, it is the whole postmortem. */
export interface Thread {
  anchor?: CommentAnchor;
  comments: Comment[];
}

/** Returns the element id of the commented part. */
export function elementIdOf(anchor: CommentAnchor): string {
  return sectionKeySchema.safeParse(anchor).success ||
    isCommentable(anchor as OutlineKey)
    ? anchorOf(anchor as OutlineKey)
    : anchor;
}

/**
 * Groups comments by part: the whole postmortem first, then parts in page order, and removed parts
 * last.
 *
 * @param also - parts to include even if they have no comments
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
