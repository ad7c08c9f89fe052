import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogQueries } from '../../data/catalogQueries';
import { targetsOf } from '../../data/relations';
import { useLoaded } from '../../data/useLoaded';
import { isIn } from './audience';
import type { Audience } from './audience';

function isUser(ref: string): boolean {
  return ref.startsWith('user:');
}

/**
 * Returns the users and groups that aren't in the audience. Nobody counts as an outsider until the
 * catalog has returned their groups.
 *
 * @param audience - omit if everyone can see the postmortem
 */
export function useOutsiders(
  refs: string[],
  audience: Audience | undefined,
): string[] {
  const catalog = useApi(catalogApiRef);
  const strangers = audience
    ? [...new Set(refs)].filter(ref => ref && !isIn(audience, ref))
    : [];
  const users = strangers.filter(isUser);

  const { value: relations } = useLoaded({
    ...catalogQueries.relations(catalog, users),
    enabled: users.length > 0,
    placeholderData: undefined,
  });

  return strangers.filter(ref => {
    if (!isUser(ref)) return true;
    const groups = relations && targetsOf(relations, ref, RELATION_MEMBER_OF);
    return groups !== undefined && !isIn(audience!, ref, groups);
  });
}
