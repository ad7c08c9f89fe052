import { useEffect } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { identityQuery } from '../catalogQueries';
import { useLoaded } from '../useLoaded';
import { setAuthor } from './draftStore';

/**
 * Sets the author of drafts on this page, so that people who share a browser only see their own.
 */
export function useAuthor(): void {
  const identity = useApi(identityApiRef);
  const { value } = useLoaded(identityQuery(identity));
  const userRef = value?.userEntityRef;
  useEffect(() => {
    if (userRef) setAuthor(userRef);
  }, [userRef]);
}
