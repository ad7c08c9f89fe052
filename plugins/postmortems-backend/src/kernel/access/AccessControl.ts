import type {
  AuthService,
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  Permission,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  postmortemReadPermission,
  postmortemReadRestrictedPermission,
} from 'backstage-plugin-postmortems-common';
import { postmortemResourceRef } from 'backstage-plugin-postmortems-node';
import type { PostmortemCriteria } from 'backstage-plugin-postmortems-node';
import { INTERNAL } from './internal';
import { intersect, union } from './Access';
import type { Access, Scope } from './Access';
import { restrictedReaders } from './restrictedReaders';

/** What an operation requires. */
export interface Need {
  permission: Permission;
  /** A second permission that is required as well. */
  also?: Permission;
  /**
   * Postmortems on which a caller with these claims may perform the operation without the
   * permission.
   */
  openTo?: (claims: string[]) => PostmortemCriteria;
  /**
   * A permission whose holders bypass the operation's other checks, such as that only the author
   * may make a change.
   */
  override?: Permission;
  /** Permissions that the list reports for each item. */
  report?: Permission[];
}

export interface AccessControlOptions {
  auth: AuthService;
  permissions: PermissionsService;
  permissionsRegistry: Pick<PermissionsRegistryService, 'getPermissionRuleset'>;
  userInfo: UserInfoService;
  /**
   * Whether permissions are enabled in the portal. If not, every permission check passes. Nobody
   * then counts as having the permission to see restricted postmortems, because otherwise everyone
   * would.
   */
  permissionsEnabled: boolean;
}

/** Decides, once per request, what the caller can see and do. */
export class AccessControl {
  readonly #options: AccessControlOptions;
  readonly #toCriteria: (
    conditions: Parameters<ReturnType<typeof createConditionTransformer>>[0],
  ) => PostmortemCriteria;

  constructor(options: AccessControlOptions) {
    this.#options = options;
    this.#toCriteria = createConditionTransformer(
      options.permissionsRegistry.getPermissionRuleset(postmortemResourceRef),
    );
  }

  /** @throws NotAllowedError if there is no postmortem for which the caller has the permission */
  async accessOf(
    credentials: BackstageCredentials,
    { permission, also, openTo, override, report = [] }: Need,
  ): Promise<Access> {
    const { auth, permissions, userInfo } = this.#options;
    const isUser = auth.isPrincipal(credentials, 'user');
    // Deduplicated, because the portal evaluates every entry in the list.
    const asked = new Set<Permission>([
      postmortemReadPermission,
      postmortemReadRestrictedPermission,
      permission,
      ...(also ? [also] : []),
      ...(override ? [override] : []),
      ...report,
    ]);
    const [decisions, user] = await Promise.all([
      permissions.authorizeConditional(
        // The permission backend accepts any permission here, although the type allows only some.
        [...asked].map(each => ({ permission: each as ResourcePermission })),
        { credentials },
      ),
      isUser ? userInfo.getUserInfo(credentials) : undefined,
    ]);
    const decided = new Map(
      [...asked].map((each, index) => [each, this.#toWhich(decisions[index])]),
    );
    const of = (each: Permission) => decided.get(each) ?? 'none';
    const read = of(postmortemReadPermission);
    const allowed = also ? intersect(of(permission), of(also)) : of(permission);
    const name = also ? `${permission.name} and ${also.name}` : permission.name;
    const permitted =
      user && openTo
        ? union(allowed, intersect(read, openTo(user.ownershipEntityRefs)))
        : allowed;
    if (permitted === 'none') {
      throw new NotAllowedError(
        `You need the ${name} ${also ? 'permissions' : 'permission'} for this`,
      );
    }
    const concerned = user
      ? restrictedReaders(user.ownershipEntityRefs)
      : 'none';
    const unconcerned =
      isUser && !this.#options.permissionsEnabled
        ? 'none'
        : of(postmortemReadRestrictedPermission);
    return {
      visible: intersect(read, union(INTERNAL, union(concerned, unconcerned))),
      permitted,
      override: override ? of(override) : 'none',
      reported: Object.fromEntries(report.map(each => [each.name, of(each)])),
      permission: name,
      claims: user?.ownershipEntityRefs ?? [],
    };
  }

  #toWhich(decision: PolicyDecision): Scope {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return this.#toCriteria(decision.conditions);
      default:
        return 'none';
    }
  }
}
