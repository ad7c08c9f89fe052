import { useSyncExternalStore } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { coreApis, useAppLocation } from '@backstage/frontend-plugin-api';

const neverChanges = () => () => {};
const unknown = () => undefined;

/**
 * Returns a value that changes with each navigation, even to the same URL, so that clicking the
 * same link twice scrolls twice.
 */
export function useVisit(): unknown {
  const history = useApiHolder().get(coreApis.appHistory);
  const snapshot = useSyncExternalStore<unknown>(
    history?.subscribe ?? neverChanges,
    history?.getSnapshot ?? unknown,
  );
  const location = useAppLocation();
  return snapshot ?? location;
}
