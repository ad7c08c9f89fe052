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

import type { Question } from './api';

/** How many incidents of each kind, drafts and others, stand before a list at first. */
export const FIRST_UNSTARTED = 3;

/** What a list of postmortems opens with: the latest first. */
export const INITIAL_ORDER = 'startedAt,desc';

/** Of what a screen shows. */
interface Scope {
  entityRef?: string[];
}

/** What a list asks, with the incidents that stand before it. */
function ofList(scope: Scope, search: string): Question[] {
  const limit = FIRST_UNSTARTED;
  const unstarted: Question[] = [
    [
      'listPostmortems',
      { query: { ...scope, begun: 'false', orderField: 'dueAt,asc', limit } },
    ],
    ['listIncidents', { query: { ...scope, limit } }],
  ];
  // What a filter asks, only the screen itself knows.
  if (search) return unstarted;
  return [
    ['listPostmortems', { query: { ...scope, orderField: INITIAL_ORDER } }],
    ...unstarted,
  ];
}

/** What the list of all postmortems asks first. */
export function questionsOfList(search: string): Question[] {
  return [...ofList({}, search), ['getPolicy', {}]];
}

/** What the Postmortems tab asks first; what its first rows need stands first. */
export function questionsOfEntity(ref: string, search: string): Question[] {
  const entityRef = [ref];
  return [
    ...ofList({ entityRef }, search),
    ['getCompliance', { query: { groupBy: 'severity', entityRef } }],
    ['summarizeActionItems', { query: { groupBy: 'priority', entityRef } }],
    ['getPolicy', {}],
  ];
}
