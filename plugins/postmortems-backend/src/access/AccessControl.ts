/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

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
import {
  postmortemResourceRef,
  postmortemRules,
} from 'backstage-plugin-postmortems-node';
import type { PostmortemCriteria } from 'backstage-plugin-postmortems-node';
import { both, either } from './Access';
import type { Access, Which } from './Access';

const INTERNAL: PostmortemCriteria = postmortemRules.hasVisibility.toQuery({
  visibilities: ['internal'],
});

/** Those whom a postmortem concerns, who see it even if it is restricted. */
function concerning(claims: string[]): PostmortemCriteria {
  return {
    anyOf: [
      postmortemRules.isOwner.toQuery({ claims }),
      postmortemRules.isContributor.toQuery({ claims }),
      postmortemRules.isReviewer.toQuery({ claims }),
      postmortemRules.isInOwningTeam.toQuery({ claims }),
    ],
  };
}

/** What an operation needs. */
export interface Need {
  permission: Permission;
  /** Whom it is open to without the permission, by their claims. */
  openTo?: (claims: string[]) => PostmortemCriteria;
  /** Who holds this is not bound by what else the operation demands, such as being the author. */
  unbound?: Permission;
}

/** What the access control works with. */
export interface AccessControlOptions {
  auth: AuthService;
  permissions: PermissionsService;
  permissionsRegistry: Pick<PermissionsRegistryService, 'getPermissionRuleset'>;
  userInfo: UserInfoService;
  /**
   * Whether the portal has permissions. Where it has none, everybody would hold every one, so
   * nobody is taken to hold that of seeing what is restricted.
   */
  permissionsEnabled: boolean;
}

/** Decides, once for each request, what the caller may see and do. */
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

  /**
   * What a caller may see, and do by an operation.
   *
   * @throws NotAllowedError where it may do it to no postmortem at all
   */
  async accessOf(
    credentials: BackstageCredentials,
    { permission, openTo, unbound }: Need,
  ): Promise<Access> {
    const { auth, permissions, userInfo } = this.#options;
    const isUser = auth.isPrincipal(credentials, 'user');
    // Each once: the portal decides on every one that it is asked for.
    const asked = new Set<Permission>([
      postmortemReadPermission,
      postmortemReadRestrictedPermission,
      permission,
      ...(unbound ? [unbound] : []),
    ]);
    const [decisions, user] = await Promise.all([
      permissions.authorizeConditional(
        // The permission backend decides on any permission here, though the type says not.
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
    const allowed = of(permission);
    const permitted =
      user && openTo
        ? either(allowed, both(read, openTo(user.ownershipEntityRefs)))
        : allowed;
    if (permitted === 'none') {
      throw new NotAllowedError(`This needs the permission ${permission.name}`);
    }
    const concerned = user ? concerning(user.ownershipEntityRefs) : 'none';
    const unconcerned =
      isUser && !this.#options.permissionsEnabled
        ? 'none'
        : of(postmortemReadRestrictedPermission);
    return {
      visible: both(read, either(INTERNAL, either(concerned, unconcerned))),
      permitted,
      unbound: unbound ? of(unbound) : 'none',
      permission: permission.name,
    };
  }

  #toWhich(decision: PolicyDecision): Which {
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
