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
  ListedActionItem,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';

/** Something that somebody has to do. */
export type Work =
  | { kind: 'postmortem'; dueAt?: string; postmortem: PostmortemSummary }
  | { kind: 'action-item'; dueAt?: string; item: ListedActionItem };

/** Postmortems and action items together, by due date; last, what has none yet. */
export function byDueDate(
  postmortems: PostmortemSummary[],
  items: ListedActionItem[],
): Work[] {
  const all: Work[] = [
    ...postmortems.map(postmortem => ({
      kind: 'postmortem' as const,
      dueAt: postmortem.dueAt,
      postmortem,
    })),
    ...items.map(item => ({
      kind: 'action-item' as const,
      dueAt: item.dueAt,
      item,
    })),
  ];
  const time = ({ dueAt }: Work) => (dueAt ? Date.parse(dueAt) : Infinity);
  return all.sort((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)));
}
