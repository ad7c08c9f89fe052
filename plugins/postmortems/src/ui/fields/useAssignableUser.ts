import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogQueries } from '../../data/catalogQueries';
import { useLoaded } from '../../data/useLoaded';
import { useCurrentUser } from './useCurrentUser';

/**
 * Returns the signed-in user if they can own something. They must be in the catalog, unlike the
 * guest user in a new portal.
 *
 * @param isNeeded - whether to query the catalog; defaults to true
 */
export function useAssignableUser(isNeeded = true): string | undefined {
  const me = useCurrentUser();
  const catalog = useApi(catalogApiRef);
  const { value } = useLoaded(
    catalogQueries.relations(catalog, me && isNeeded ? [me] : []),
  );
  return isNeeded && me && value?.has(me) ? me : undefined;
}
