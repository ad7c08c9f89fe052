import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import type {
  AgendaItem,
  Comment,
  Postmortem,
} from 'backstage-plugin-postmortems-common';

/**
 * The review meeting's open questions: missing content, undecided action items and unresolved
 * comments.
 */
export function agendaOf(
  postmortem: Postmortem,
  openComments: Comment[],
): AgendaItem[] {
  return [
    ...publicationRequirements(postmortem)
      // Leave out approvals, which are given after the meeting.
      .filter(({ key, met }) => !met && key !== 'approvals')
      .map(({ key }) => ({ kind: 'missing' as const, key })),
    ...postmortem.actionItems
      .filter(({ status }) => status === 'proposed')
      .map(({ id, title }) => ({
        kind: 'proposed-action-item' as const,
        actionItemId: id,
        title,
      })),
    ...openComments.map(({ id, anchor, authorRef, markdown }) => ({
      kind: 'open-comment' as const,
      commentId: id,
      anchor,
      authorRef,
      markdown,
    })),
  ];
}
