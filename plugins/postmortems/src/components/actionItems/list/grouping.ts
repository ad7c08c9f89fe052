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
  ActionItemFilter,
  ActionItemGroupBy,
} from 'backstage-plugin-postmortems-common';

/** By what the list can be grouped: what tells who is to act, and where. */
export const groupings = [
  'none',
  'team',
  'owner',
  'postmortem',
  'entity',
] as const satisfies readonly (ActionItemGroupBy | 'none')[];

/** By what the list is grouped, if at all. */
export type Grouping = (typeof groupings)[number];

/**
 * The filter for one of the groups. The summary makes groups only of what the filter lets
 * through, so the group's own value takes the place of those that the filter has.
 */
export function filterOfGroup(
  filter: ActionItemFilter,
  groupBy: Exclude<Grouping, 'none'>,
  key: string,
): ActionItemFilter {
  switch (groupBy) {
    case 'team':
      return { ...filter, teamRef: [key], subTeams: undefined };
    case 'owner':
      return { ...filter, ownerRef: [key] };
    case 'postmortem':
      return { ...filter, postmortemId: [key] };
    default:
      return { ...filter, entityRef: [key] };
  }
}
