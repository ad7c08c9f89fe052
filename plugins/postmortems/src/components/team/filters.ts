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

import type { UrlFilter } from '../filters';
import { underWay } from '../work';

/** What of a team's work the panels show, as the lists they lead to have it in the address. */

const ahead = { complianceStatus: ['due-soon', 'on-track'] };

export function overduePostmortems(team: UrlFilter): UrlFilter {
  return { ...team, complianceStatus: ['overdue'] };
}

export function overdueItems(team: UrlFilter): UrlFilter {
  return { ...team, overdue: 'true' };
}

/** Those whose deadline is ahead, however far. */
export function aheadPostmortems(team: UrlFilter): UrlFilter {
  return { ...team, ...ahead };
}

/** Those taken on whose due date is ahead, however far. */
export function aheadItems(team: UrlFilter): UrlFilter {
  return { ...team, ...underWay, overdue: 'false' };
}

export function soonPostmortems(team: UrlFilter, before: string): UrlFilter {
  return { ...aheadPostmortems(team), dueBefore: before };
}

export function soonItems(team: UrlFilter, before: string): UrlFilter {
  return { ...aheadItems(team), dueBefore: before };
}
