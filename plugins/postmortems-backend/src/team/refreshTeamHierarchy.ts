import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { TeamStore } from './TeamStore';
import { withTimeout } from '../kernel/withTimeout';

const BATCH = 500;

/** Timeout for a batch, in milliseconds. */
const TIMEOUT_MS = 15_000;

/**
 * Copies the team hierarchy from the catalog, so that a single query can include sub-teams.
 *
 * @param timeoutMs - timeout for a batch, in milliseconds
 * @throws any catalog error; the stored hierarchy is then unchanged
 */
export async function refreshTeamHierarchy(
  ctx: { knex: Knex; teams: Pick<TeamStore, 'replace'> },
  catalog: CatalogService,
  auth: AuthService,
  timeoutMs = TIMEOUT_MS,
): Promise<void> {
  const credentials = await auth.getOwnServiceCredentials();
  const parents = new Map<string, string[]>();
  let cursor: string | undefined;
  do {
    const response = catalog.queryEntities(
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
    const page = await withTimeout(response, timeoutMs);
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
 * All ancestors of each team. Cycles are allowed.
 *
 * @param parents - the direct parents of each team
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
