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

import useAsync from 'react-use/esm/useAsync';
import {
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

const FIELDS = ['kind', 'metadata.name', 'metadata.namespace', 'relations'];

function related(entities: Array<Entity | undefined>, type: string): string[] {
  return entities.flatMap(entity =>
    (entity?.relations ?? [])
      .filter(relation => relation.type === type)
      .map(relation => relation.targetRef),
  );
}

/** The groups that are told of a team's delay: the nearest above it with members of their own. */
async function findTeamsAbove(
  catalog: CatalogApi,
  teamRefs: string[],
): Promise<string[]> {
  const find = async (entityRefs: string[]) =>
    (await catalog.getEntitiesByRefs({ entityRefs, fields: FIELDS })).items;
  const seen = new Set(teamRefs);
  const told: string[] = [];
  let groups = related(await find(teamRefs), RELATION_CHILD_OF);
  while (groups.length > 0) {
    const entities = await find(groups);
    const hasMembers = entities.map(
      entity => related([entity], RELATION_HAS_MEMBER).length > 0,
    );
    told.push(...groups.filter((_, at) => hasMembers[at]));
    for (const group of groups) seen.add(group);
    groups = related(
      entities.filter((_, at) => !hasMembers[at]),
      RELATION_CHILD_OF,
    ).filter(group => !seen.has(group));
  }
  return told;
}

/** The groups above teams that hear of what the teams leave undone; none where nobody asks. */
export function useTeamsAbove(teamRefs: string[], wanted: boolean): string[] {
  const catalog = useApi(catalogApiRef);
  const { value } = useAsync(
    async () =>
      wanted && teamRefs.length > 0 ? findTeamsAbove(catalog, teamRefs) : [],
    [catalog, wanted, teamRefs.join()],
  );
  return value ?? [];
}
