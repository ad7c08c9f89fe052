import type {
  ListedActionItem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';

/** Something to do: a review, a postmortem or an action item. */
export type Work = { key: string; dueAt?: string } & (
  | { kind: 'review' | 'postmortem'; item: PostmortemSummary }
  | { kind: 'action-item'; item: ListedActionItem }
);

/** Sorts work by due date, with undated work last. A review has its postmortem's due date. */
export function byDueDate(work: {
  reviews: PostmortemSummary[];
  postmortems: PostmortemSummary[];
  actionItems: ListedActionItem[];
}): Work[] {
  const all: Work[] = [
    ...work.reviews.map(item => ({ kind: 'review' as const, item })),
    ...work.postmortems.map(item => ({ kind: 'postmortem' as const, item })),
    ...work.actionItems.map(item => ({ kind: 'action-item' as const, item })),
  ].map(each => ({
    ...each,
    key: `${each.kind} ${each.item.id}`,
    dueAt: each.item.dueAt,
  }));
  const time = ({ dueAt }: Work) => (dueAt ? Date.parse(dueAt) : Infinity);
  return all.sort((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)));
}
