import {
  actionItemStatusSchema,
  isUnderWay,
  listedActionItemSchema,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItemFigures,
  ActionItemFilter,
  ActionItemGroupBy,
  ListActionItemsQuery,
  ListedActionItem,
  Postmortem,
} from 'backstage-plugin-postmortems-common';

/** The action items in some postmortems, in the form that lists return. */
export function listed(postmortems: Postmortem[]): ListedActionItem[] {
  return postmortems.flatMap(postmortem =>
    postmortem.actionItems.map(item =>
      listedActionItemSchema.parse({
        ...item,
        postmortem: {
          id: postmortem.id,
          title: postmortem.title,
          governingSeverity: postmortem.governingSeverity,
          entityRefs: postmortem.entityRefs,
          teamRefs: postmortem.teamRefs,
          visibility: postmortem.visibility,
          timeZone: postmortem.timeZone,
        },
      }),
    ),
  );
}

/** The postmortem's owning teams and the team that owns the item. */
function teamsOf({ ownerRef, postmortem }: ListedActionItem): string[] {
  const { teamRefs } = postmortem;
  const owner = ownerRef?.startsWith('group:') ? [ownerRef] : [];
  const all = [...teamRefs, ...owner];
  return all.some(ref => ref.startsWith('group:')) ? all : [...all, 'none'];
}

function matches(item: ListedActionItem, filter: ActionItemFilter): boolean {
  const any = (wanted: string[] | undefined, ...has: string[]) =>
    !wanted || wanted.some(each => has.includes(each));
  const { dueAt, postmortem } = item;
  return (
    any(filter.teamRef, ...teamsOf(item)) &&
    any(filter.ownerRef, item.ownerRef ?? 'none') &&
    any(filter.entityRef, ...postmortem.entityRefs) &&
    any(filter.postmortemId, postmortem.id) &&
    any(filter.severity, postmortem.governingSeverity) &&
    any(filter.status, item.status) &&
    any(filter.priority, item.priority) &&
    any(filter.kind, item.kind) &&
    (!filter.overdue || filter.overdue === String(item.overdue)) &&
    (!filter.dueBefore || (dueAt !== undefined && dueAt < filter.dueBefore)) &&
    (!filter.dueAfter || (dueAt !== undefined && dueAt >= filter.dueAfter))
  );
}

/** A page of matching action items. */
export function listActionItems(
  items: ListedActionItem[],
  query: ListActionItemsQuery,
) {
  const { limit = 25, cursor, orderField = 'dueAt,asc' } = query;
  const [field, direction] = orderField.split(',');
  // Missing values come last.
  const key = (item: ListedActionItem) => item[field as 'dueAt'] ?? '~';
  const all = items
    .filter(item => matches(item, query))
    .sort((a, b) => key(a).localeCompare(key(b)));
  if (direction === 'desc') all.reverse();

  const size = Number(limit);
  const from = Number(cursor ?? 0);
  return {
    items: all.slice(from, from + size),
    totalItems: all.length,
    pageInfo: {
      ...(from + size < all.length && { nextCursor: String(from + size) }),
      ...(from > 0 && { prevCursor: String(Math.max(0, from - size)) }),
    },
  };
}

function keysOf(item: ListedActionItem, groupBy: ActionItemGroupBy): string[] {
  switch (groupBy) {
    case 'team':
      return teamsOf(item);
    case 'owner':
      return [item.ownerRef ?? 'none'];
    case 'postmortem':
      return [item.postmortem.id];
    case 'entity':
      return item.postmortem.entityRefs;
    case 'priority':
      return [item.priority];
    case 'kind':
      return [item.kind];
    default:
      throw new Error(`The fake API does not group by ${groupBy}`);
  }
}

function figures(items: ListedActionItem[]): ActionItemFigures {
  const count = (test: (item: ListedActionItem) => boolean) =>
    items.filter(test).length;
  return {
    total: items.length,
    counts: Object.fromEntries(
      actionItemStatusSchema.options.map(status => [
        status,
        count(item => item.status === status),
      ]),
    ) as ActionItemFigures['counts'],
    overdue: count(item => item.overdue && isUnderWay(item.status)),
  };
}

/** Counts of matching action items. */
export function summarizeActionItems(
  items: ListedActionItem[],
  query: { groupBy?: ActionItemGroupBy } & ActionItemFilter,
) {
  const { groupBy = 'team', ...filter } = query;
  const all = items.filter(item => matches(item, filter));
  const wanted = groupBy === 'team' ? filter.teamRef : undefined;
  const keys = [...new Set(all.flatMap(item => keysOf(item, groupBy)))];
  return {
    groupBy,
    groups: keys
      .filter(key => !wanted || wanted.includes(key))
      .sort((a, b) => a.localeCompare(b))
      .map(key => ({
        key,
        ...figures(all.filter(item => keysOf(item, groupBy).includes(key))),
      })),
    truncated: false,
    overall: figures(all),
  };
}
