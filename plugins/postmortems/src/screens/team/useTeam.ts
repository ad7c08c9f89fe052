import { useCallback, useMemo } from 'react';
import {
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { UrlFilter } from '../../ui/filters/filter';
import { useSearchParams } from '../../ui/navigation/location';

/** The team on the screen, including its sub-teams by default. */
export interface Team {
  /** The filter for these teams' work. */
  team: UrlFilter;
  hasSubTeams: boolean;
  withSubTeams: boolean;
  includeSubTeams: (include: boolean) => void;
}

/** Returns the team and whether the URL includes its sub-teams. */
export function useTeam(entity: Entity): Team {
  const ref = stringifyEntityRef(entity);
  const hasSubTeams = Boolean(
    entity.relations?.some(({ type }) => type === RELATION_PARENT_OF),
  );
  const [search, setSearch] = useSearchParams();
  const withSubTeams = search.get('subTeams') !== 'exclude';

  const team = useMemo<UrlFilter>(
    () => ({
      teamRef: [ref],
      ...(hasSubTeams && withSubTeams && { subTeams: 'include' }),
    }),
    [ref, hasSubTeams, withSubTeams],
  );
  const includeSubTeams = useCallback(
    (include: boolean) =>
      setSearch(current => {
        const next = new URLSearchParams(current);
        if (include) next.delete('subTeams');
        else next.set('subTeams', 'exclude');
        next.delete('cursor');
        return next;
      }),
    [setSearch],
  );

  return { team, hasSubTeams, withSubTeams, includeSubTeams };
}
