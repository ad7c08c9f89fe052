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
  ActionItemFigures,
  ComplianceFigures,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import { usePostmortemsData } from '../shared';
import type { PostmortemsData } from '../shared';

/** How an entity fares, in numbers. */
export interface EntityFigures {
  postmortems: ComplianceFigures;
  actionItems: ActionItemFigures;
}

/** Asks for the figures of what affected an entity. */
export async function loadEntityFigures(
  api: PostmortemsApi,
  ref: string,
): Promise<EntityFigures> {
  const entityRef = [ref];
  const [compliance, summary] = await Promise.all([
    api.getCompliance({ query: { groupBy: 'severity', entityRef } }),
    api.summarizeActionItems({ query: { groupBy: 'priority', entityRef } }),
  ]);
  return { postmortems: compliance.overall, actionItems: summary.overall };
}

/** The figures of what affected an entity. */
export function useEntityFigures(ref: string): PostmortemsData<EntityFigures> {
  return usePostmortemsData(api => loadEntityFigures(api, ref), [ref]);
}
