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

import { isUnderWay } from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  ListedActionItem,
  Postmortem,
} from 'backstage-plugin-postmortems-common';

/** When the policy wants action items done, by their priority, as a postmortem tells it. */
export type DueDates = Postmortem['actionItemDueDates'];

/** The parts of an id such as `PM-42/A3`, as the API takes them. */
export function addressOf(item: Pick<ActionItem, 'id'>): {
  id: string;
  key: string;
} {
  const [id, key] = item.id.split('/');
  return { id, key };
}

/** An item as it is now, with what a list knew of its postmortem. */
export function renewed<T extends ActionItem>(item: T, now: ActionItem): T {
  const { postmortem } = item as Partial<ListedActionItem>;
  return (postmortem ? { ...now, postmortem } : now) as T;
}

/** The owning teams of the item's postmortem, where a list knew them. */
export function teamsOf(item: ActionItem): string[] | undefined {
  return (item as Partial<ListedActionItem>).postmortem?.teamRefs;
}

/**
 * Whether an item is overdue. The server said so a moment ago and the page may stay open, so a
 * due date that passed meanwhile counts too.
 */
export function isOverdue(
  item: Pick<ActionItem, 'status' | 'dueAt'>,
  now: number,
): boolean {
  return (
    isUnderWay(item.status) &&
    item.dueAt !== undefined &&
    Date.parse(item.dueAt) < now
  );
}

/** Whether a due date is past the one that the policy proposes, where it proposes one. */
export function isLaterThan(
  dueAt: string | undefined,
  proposedDueAt: string | undefined,
): boolean {
  return (
    dueAt !== undefined &&
    proposedDueAt !== undefined &&
    Date.parse(dueAt) > Date.parse(proposedDueAt)
  );
}
