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
  postmortemDeletePermission,
  postmortemReadRestrictedPermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from 'backstage-plugin-postmortems-node';

/** Who sees restricted postmortems without being concerned by them. */
const SECURITY = 'group:default/security';

/**
 * Everyone reads and writes postmortems, and takes part in the work on them. But the security team
 * alone sees the restricted ones that do not concern it, only the owner and the owning teams
 * delete a postmortem, and nobody grants a waiver or an extension to themselves.
 */
export class PostmortemsPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (isPermission(permission, postmortemReadRestrictedPermission)) {
      return {
        result: claims.includes(SECURITY)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      };
    }
    if (isPermission(permission, postmortemDeletePermission)) {
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
    return { result: AuthorizeResult.ALLOW };
  }
}
