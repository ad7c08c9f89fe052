import { useKnownPermission } from './useKnownPermission';
import type { postmortemResourcePermissions } from 'backstage-plugin-postmortems-common';

type ResourcePermission = (typeof postmortemResourcePermissions)[number];

/**
 * Whether the user has a permission for an item in a list. The list must report this permission.
 */
export function isPermitted(
  item: { permissions?: string[] },
  permission: ResourcePermission,
): boolean {
  return item.permissions?.includes(permission.name) ?? false;
}

/** Whether the user has a permission for a postmortem; false until known. */
export function useMay(
  permission: ResourcePermission,
  postmortemId: string,
): boolean {
  return useKnownPermission({ permission, resourceRef: postmortemId }).allowed;
}
