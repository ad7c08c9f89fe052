import {
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { readRelations, targetsOf } from './relations';
import type { Relations } from './relations';
import { useLoaded } from './useLoaded';

/** Finds the groups that escalations go to: the nearest parents that have members. */
async function findTeamsAbove(
  catalog: CatalogApi,
  teamRefs: string[],
): Promise<string[]> {
  const seen = new Set(teamRefs);
  const told: string[] = [];
  const parentsOf = (relations: Relations, refs: string[]) =>
    refs.flatMap(ref => targetsOf(relations, ref, RELATION_CHILD_OF) ?? []);
  let groups = parentsOf(await readRelations(catalog, teamRefs), teamRefs);
  while (groups.length > 0) {
    const relations = await readRelations(catalog, groups);
    const empty = groups.filter(
      group => !targetsOf(relations, group, RELATION_HAS_MEMBER)?.length,
    );
    told.push(...groups.filter(group => !empty.includes(group)));
    for (const group of groups) seen.add(group);
    groups = parentsOf(relations, empty).filter(group => !seen.has(group));
  }
  return told;
}

/** Returns the groups that the teams' escalations go to. Returns none unless `wanted` is set. */
export function useTeamsAbove(teamRefs: string[], wanted: boolean): string[] {
  const catalog = useApi(catalogApiRef);
  const { value } = useLoaded({
    queryKey: ['catalog', 'teamsAbove', teamRefs],
    queryFn: () => findTeamsAbove(catalog, teamRefs),
    enabled: wanted && teamRefs.length > 0,
  });
  return wanted ? value ?? [] : [];
}
