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
  Incident,
  Page,
  PostmortemFilter,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';
import { usePostmortemsData } from '../shared';
import type { PostmortemsData } from '../shared';

/** Whose incidents: those of an entity, of teams, or all. */
export type IncidentScope = Pick<
  PostmortemFilter,
  'entityRef' | 'teamRef' | 'subTeams'
>;

/** Incidents for which nobody has started to write anything. */
export interface Unstarted {
  /** The drafts that a source made and nobody has begun, the first due first. */
  drafts: Page<PostmortemSummary>;
  /** Incidents that are no drafts yet. */
  waiting: Page<Incident>;
}

/** Loads the first so many of each. */
export function useUnstarted(
  scope: IncidentScope,
  limit: number,
): PostmortemsData<Unstarted> {
  return usePostmortemsData(
    async api => {
      const [drafts, waiting] = await Promise.all([
        api.listPostmortems({
          query: { ...scope, begun: 'false', orderField: 'dueAt,asc', limit },
        }),
        api.listIncidents({ query: { ...scope, limit } }),
      ]);
      return { drafts, waiting };
    },
    [JSON.stringify(scope), limit],
  );
}
