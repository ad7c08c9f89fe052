import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogQueries } from '../../data/catalogQueries';
import { useLoaded } from '../../data/useLoaded';
import { useCurrentUser } from './useCurrentUser';

/**
 * Returns the signed-in user if they can own something: the catalog must know them, unlike the guest
 * of a new portal.
 *
 * @param isNeeded - whether to ask the catalog; default: true
 */
export function useAssignableUser(isNeeded = true): string | undefined {
  const me = useCurrentUser();
  const catalog = useApi(catalogApiRef);
  const { value } = useLoaded(
    catalogQueries.relations(catalog, me && isNeeded ? [me] : []),
  );
  return isNeeded && me && value?.has(me) ? me : undefined;
}
