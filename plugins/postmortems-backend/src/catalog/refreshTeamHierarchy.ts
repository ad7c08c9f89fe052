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

import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ServiceContext } from '../service/ServiceContext';
import { inTime } from './inTime';

/** Groups per request to the catalog. */
const BATCH = 500;

/** How long the catalog may take for one batch. */
const TIMEOUT_MS = 15_000;

/**
 * Keeps the hierarchy of teams as the catalog has it, so that a team can stand for its
 * sub-teams in one query.
 *
 * @param timeoutMs - how long the catalog may take for one batch
 * @throws whatever the catalog throws where it cannot be reached, or where it does not answer; the
 *   hierarchy then stays
 */
export async function refreshTeamHierarchy(
  ctx: Pick<ServiceContext, 'knex' | 'teams'>,
  catalog: CatalogService,
  auth: AuthService,
  timeoutMs = TIMEOUT_MS,
): Promise<void> {
  const credentials = await auth.getOwnServiceCredentials();
  const parents = new Map<string, string[]>();
  let cursor: string | undefined;
  do {
    const answer = catalog.queryEntities(
      cursor
        ? { cursor, limit: BATCH }
        : {
            filter: { kind: 'group' },
            fields: [
              'kind',
              'metadata.name',
              'metadata.namespace',
              'relations',
            ],
            limit: BATCH,
          },
      { credentials },
    );
    const page = await inTime(answer, timeoutMs);
    for (const group of page.items) {
      parents.set(
        stringifyEntityRef(group),
        (group.relations ?? [])
          .filter(relation => relation.type === RELATION_CHILD_OF)
          .map(relation => relation.targetRef),
      );
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  await ctx.teams.replace(ctx.knex, ancestorsOf(parents));
}

/**
 * All teams above each team. A circle in the catalog does no harm.
 *
 * @param parents - per team, the teams right above it
 */
export function ancestorsOf(
  parents: Map<string, string[]>,
): Map<string, Set<string>> {
  const ancestors = new Map<string, Set<string>>();
  for (const team of parents.keys()) {
    const above = new Set<string>();
    const next = [...(parents.get(team) ?? [])];
    for (let parent = next.pop(); parent; parent = next.pop()) {
      if (parent === team || above.has(parent)) continue;
      above.add(parent);
      next.push(...(parents.get(parent) ?? []));
    }
    ancestors.set(team, above);
  }
  return ancestors;
}
