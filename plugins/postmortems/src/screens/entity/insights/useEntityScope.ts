import {
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { catalogQueries } from '../../../data/catalogQueries';
import { useLoaded } from '../../../data/useLoaded';
import type { Loaded } from '../../../data/useLoaded';

const KINDS_WITH_PARTS = ['system', 'domain'];

/** The entities that a card is about. */
export interface EntityScope {
  /** The entity, then its parts. */
  refs: string[];
  /** Whether there are more parts than a filter accepts. */
  truncated: boolean;
}

/** An entity, and for systems and domains all their parts: those of a domain's systems, too. */
export function useEntityScope(entity: Entity): Loaded<EntityScope> {
  const catalog = useApi(catalogApiRef);
  const ref = stringifyEntityRef(entity);
  const hasParts = KINDS_WITH_PARTS.includes(
    entity.kind.toLocaleLowerCase('en-US'),
  );
  const direct = hasParts
    ? (entity.relations ?? [])
        .filter(({ type }) => type === RELATION_HAS_PART)
        .map(({ targetRef }) => targetRef)
        .sort()
    : [];
  const { value, ...state } = useLoaded({
    ...catalogQueries.parts(catalog, direct, LIMITS.queryValues - 1),
    enabled: direct.length > 0,
    placeholderData: undefined,
  });
  const parts =
    direct.length > 0 ? value : { refs: [] as string[], truncated: false };
  return {
    ...state,
    value: parts && {
      refs: [ref, ...parts.refs.filter(part => part !== ref)],
      truncated: parts.truncated,
    },
  };
}
