import {
  SECTIONS,
  sectionKeySchema,
} from 'backstage-plugin-postmortems-common';
import type {
  CommentAnchor,
  Postmortem,
  PublicationRequirement,
  SectionKey,
} from 'backstage-plugin-postmortems-common';

/** Parts of the document that are not text sections. */
export type PartKey =
  | 'timeline'
  | 'contributing-factors'
  | 'response'
  | 'action-items'
  | 'messages'
  | 'related'
  | 'review'
  | 'meeting'
  | 'history';

/** Headings on the page that can be linked to. */
export type OutlineKey = SectionKey | PartKey;

/** Id of a heading. The prefix avoids collisions with headings in Markdown. */
export function anchorOf(key: OutlineKey): string {
  return `section-${key}`;
}

/** A part of the document with a heading. */
export interface Part {
  key: OutlineKey;
  /** Whether the part's heading can have comments. */
  commentable?: boolean;
  /** Items in the part that can have comments, in reading order. */
  items?: (postmortem: Postmortem) => CommentAnchor[];
  /** Whether the part has nothing to read. If so, it is hidden from readers. */
  isEmpty?: (postmortem: Postmortem) => boolean;
}

export function sectionsOf(group: 'response' | 'messages'): SectionKey[] {
  return SECTIONS.filter(section => section.group === group).map(
    section => section.key,
  );
}

const section = (key: SectionKey): Part => ({ key, commentable: true });

/** Several sections under a common heading. */
const group = (key: 'response' | 'messages'): Part => ({
  key,
  items: () => sectionsOf(key),
  isEmpty: ({ sections }) =>
    !sections.some(
      each => sectionsOf(key).includes(each.key) && each.markdown.trim() !== '',
    ),
});

/** All parts in reading order, as on the page and in "On this page". */
export const PARTS: Part[] = [
  section('summary'),
  section('impact'),
  section('what-happened'),
  {
    key: 'timeline',
    commentable: true,
    items: ({ timeline }) => timeline.map(({ id }) => `timeline/${id}`),
  },
  {
    key: 'contributing-factors',
    commentable: true,
    items: ({ contributingFactors }) =>
      contributingFactors.map(({ id }) => `contributing-factors/${id}`),
  },
  section('resolution'),
  group('response'),
  {
    key: 'action-items',
    commentable: true,
    items: ({ actionItems }) => actionItems.map(({ id }) => keyOf(id)),
    // If action items are required, show that there are none.
    isEmpty: ({ actionItems, noActionItemsReason, actionItemsRequired }) =>
      actionItems.length === 0 && !noActionItemsReason && !actionItemsRequired,
  },
  group('messages'),
  { key: 'related', isEmpty: ({ links }) => links.length === 0 },
  {
    key: 'review',
    // A postmortem imported as published was not reviewed here.
    isEmpty: ({ status, review }) =>
      status === 'published' &&
      review.reviewerRefs.length === 0 &&
      review.reviews.length === 0,
  },
  {
    key: 'meeting',
    isEmpty: ({ meeting, status, completedAt }) =>
      meeting === undefined &&
      status === 'published' &&
      completedAt !== undefined,
  },
  { key: 'history' },
];

/** Returns `A3` for `PM-42/A3`. */
export function keyOf(actionItemId: string): string {
  return actionItemId.slice(actionItemId.indexOf('/') + 1);
}

/** Id of the owner element below the title. */
export const OWNER_ID = 'postmortem-owner';

/** The place on the page where a requirement for publishing can be met. */
export function hrefOf(key: PublicationRequirement['key']): string {
  switch (key) {
    case 'resolved':
      // The incident's times are in the timeline.
      return `#${anchorOf('timeline')}`;
    case 'owner':
      return `#${OWNER_ID}`;
    case 'approvals':
    case 'changes-requested':
      return `#${anchorOf('review')}`;
    default:
      return `#${anchorOf(key)}`;
  }
}

export function isRequired(key: SectionKey): boolean {
  return SECTIONS.some(each => each.key === key && each.required);
}

/** Whether a part has nothing to read. */
export function isEmptyPart(postmortem: Postmortem, key: OutlineKey): boolean {
  const part = PARTS.find(each => each.key === key);
  return part?.isEmpty?.(postmortem) ?? false;
}

/** Whether a heading can have comments. */
export function isCommentable(
  key: OutlineKey,
): key is OutlineKey & CommentAnchor {
  return (
    // Sections inside a group aren't in PARTS.
    sectionKeySchema.safeParse(key).success ||
    PARTS.some(each => each.key === key && each.commentable)
  );
}

/** Returns everything that can have comments, in reading order. */
export function anchorsOf(postmortem: Postmortem): CommentAnchor[] {
  return PARTS.flatMap(({ key, items }): CommentAnchor[] => [
    ...(isCommentable(key) ? [key] : []),
    ...(items?.(postmortem) ?? []),
  ]);
}
