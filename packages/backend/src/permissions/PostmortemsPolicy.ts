import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import type { PolicyDecision } from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  postmortemAssignPermission,
  postmortemCuratePermission,
  postmortemDeletePermission,
  postmortemReadRestrictedPermission,
  postmortemRedactPermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from 'backstage-plugin-postmortems-node';

/** May read all restricted postmortems. */
const SECURITY = 'group:default/security';

/** May delete, redact and curate, and assign any owner. */
const PROCESS_OWNERS = ['group:default/incident-management'];

/**
 * Everyone reads, writes and reviews postmortems, with these exceptions:
 * - Only the security team reads restricted postmortems that it isn't involved in.
 * - Only process owners delete, redact and curate. Nobody gains these rights by changing a postmortem.
 * - Only the owner, owning teams and process owners assign the owner and change affected entities.
 * - Owners don't grant waivers and extensions for their own postmortems.
 */
export class PostmortemsPolicy implements PermissionPolicy {
  /** @param processOwners - users and groups */
  constructor(private readonly processOwners: string[] = PROCESS_OWNERS) {}

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    const isProcessOwner = this.processOwners.some(ref => claims.includes(ref));

    if (isPermission(permission, postmortemReadRestrictedPermission)) {
      return allowIf(claims.includes(SECURITY));
    }
    if (
      isPermission(permission, postmortemDeletePermission) ||
      isPermission(permission, postmortemRedactPermission) ||
      isPermission(permission, postmortemCuratePermission)
    ) {
      return allowIf(isProcessOwner);
    }
    if (
      isPermission(permission, postmortemAssignPermission) &&
      !isProcessOwner
    ) {
      return createPostmortemConditionalDecision(permission, {
        anyOf: [
          postmortemConditions.isOwner({ claims }),
          postmortemConditions.isInOwningTeam({ claims }),
        ],
      });
    }
    if (isPermission(permission, postmortemWaivePermission)) {
      return createPostmortemConditionalDecision(permission, {
        not: postmortemConditions.isOwner({ claims }),
      });
    }
    return allowIf(true);
  }
}

function allowIf(allowed: boolean): PolicyDecision {
  return { result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
}
