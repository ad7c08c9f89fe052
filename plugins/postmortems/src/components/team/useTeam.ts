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

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { UrlFilter } from '../filters';

/** Whose work the screen is about: a team, by default with its sub-teams. */
export interface Team {
  /** Lets through what is theirs. */
  team: UrlFilter;
  hasSubTeams: boolean;
  withSubTeams: boolean;
  includeSubTeams: (include: boolean) => void;
}

/** The team and, in the address, whether its sub-teams count too. */
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
