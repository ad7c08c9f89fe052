import { useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { identityQuery } from '../../data/catalogQueries';
import { useLoaded } from '../../data/useLoaded';

/** A user with their groups. */
export interface Myself {
  userRef: string;
  claims: string[];
}

/** Returns the signed-in user, or `undefined` if they have no entity. */
export function useMyself(): Myself | undefined {
  const { value } = useLoaded(identityQuery(useApi(identityApiRef)));
  // Memoized, because callbacks depend on `claims`.
  return useMemo(() => {
    if (!value) return undefined;
    const { userEntityRef, ownershipEntityRefs } = value;
    return parseEntityRef(userEntityRef).kind.toLocaleLowerCase('en-US') ===
      'user'
      ? {
          userRef: userEntityRef,
          claims: [userEntityRef, ...ownershipEntityRefs],
        }
      : undefined;
  }, [value]);
}
