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

/** The action items of postmortems as lists show them. */
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
        },
      }),
    ),
  );
}

/** The owning teams of the postmortem, and the team that owns the item itself. */
function teamsOf({ ownerRef, postmortem }: ListedActionItem): string[] {
  const { teamRefs } = postmortem;
  const owner = ownerRef?.startsWith('group:') ? [ownerRef] : [];
  return teamRefs.length > 0 ? [...teamRefs, ...owner] : ['none', ...owner];
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

/** A page of the action items that the filters let through. */
export function listActionItems(
  items: ListedActionItem[],
  query: ListActionItemsQuery,
) {
  const { limit = 25, cursor, orderField = 'dueAt,asc' } = query;
  const [field, direction] = orderField.split(',');
  // What has no value comes last.
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

/** Counts of the action items that the filters let through; groups keep to the filter. */
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
