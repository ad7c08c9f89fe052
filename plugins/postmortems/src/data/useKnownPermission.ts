import { useApi } from '@backstage/core-plugin-api';
import {
  permissionApiRef,
  usePermission,
} from '@backstage/plugin-permission-react';
import type { PermissionApi } from '@backstage/plugin-permission-react';

type Input = Parameters<typeof usePermission>[0];

/** The last known results, by permission and resource. */
const known = new WeakMap<PermissionApi, Map<string, boolean>>();

/**
 * Whether the user has a permission. If a check fails, for example while offline, the last result
 * still applies: Backstage repeats checks while the user types, and a failed one must not close the
 * editor. The backend checks every request anyway.
 */
export function useKnownPermission(input: Input): {
  allowed: boolean;
  loading: boolean;
} {
  const { allowed, loading, error } = usePermission(input);
  const api = useApi(permissionApiRef);
  const results = known.get(api) ?? new Map<string, boolean>();
  known.set(api, results);
  const key = JSON.stringify([input.permission.name, input.resourceRef]);

  if (error) return { allowed: results.get(key) ?? false, loading: false };
  if (!loading) results.set(key, allowed);
  return { allowed, loading };
}
