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

import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { loadEntityFigures } from '../entity/useEntityFigures';
import type { EntityFigures } from '../entity/useEntityFigures';
import { usePostmortemsData } from '../shared';
import type { PostmortemsData } from '../shared';

/** As many as say whether something keeps going wrong. */
const LAST = 3;

/** What the card shows of an entity. */
export interface CardData extends EntityFigures {
  /** The postmortems of the last incidents, the newest first. */
  last: PostmortemSummary[];
}

export function useCardData(ref: string): PostmortemsData<CardData> {
  return usePostmortemsData(
    async api => {
      const [figures, last] = await Promise.all([
        loadEntityFigures(api, ref),
        api.listPostmortems({
          query: { entityRef: [ref], limit: LAST, totalItems: 'exclude' },
        }),
      ]);
      return { ...figures, last: last.items };
    },
    [ref],
  );
}
