import type { PolicyInForce } from 'backstage-plugin-postmortems-common';
import { policyQueries } from './queries';
import { useLoaded } from './useLoaded';

/**
 * Returns the policy in force with the severities; `undefined` while loading and after an error.
 */
export function usePolicy(): PolicyInForce | undefined {
  return useLoaded(policyQueries.inForce()).value;
}
