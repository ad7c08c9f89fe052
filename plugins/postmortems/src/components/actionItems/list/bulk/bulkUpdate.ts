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

import { LIMITS } from 'backstage-plugin-postmortems-common';
import type {
  ActionItem,
  BulkUpdateActionItems,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';

/** One change for many action items. */
export type BulkChange = BulkUpdateActionItems['set'];

/** What became of a change of many action items. */
export interface BulkOutcome {
  /** The ids of those that were changed. */
  done: string[];
  refused: { id: string; message: string }[];
  /** What kept the rest from being tried. */
  failure?: Error;
}

/**
 * Changes many action items, as many at a time as the API takes. Each is refused or done on its
 * own; where the server cannot be reached any more, what was done stays done and is told.
 */
export async function bulkUpdate(
  api: PostmortemsApi,
  items: ActionItem[],
  set: BulkChange,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], refused: [] };
  for (let from = 0; from < items.length; from += LIMITS.pageSize) {
    const part = items.slice(from, from + LIMITS.pageSize);
    try {
      const { results } = await api.bulkUpdateActionItems({
        body: {
          items: part.map(({ id, revision }) => ({ id, revision })),
          set,
        },
      });
      for (const { id, error } of results) {
        if (error) outcome.refused.push({ id, message: error.message });
        else outcome.done.push(id);
      }
    } catch (thrown) {
      return { ...outcome, failure: thrown as Error };
    }
  }
  return outcome;
}
