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

import type { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  postmortemCreatePermission,
  postmortemDeletePermission,
  postmortemReadPermission,
  postmortemUpdatePermission,
} from 'backstage-plugin-postmortems-common';
import type { EndpointName } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';

/** What each operation needs. Being complete by its type, it lets none through unasked. */
const PERMISSIONS: Record<EndpointName, BasicPermission> = {
  listPostmortems: postmortemReadPermission,
  getPostmortem: postmortemReadPermission,
  listHistory: postmortemReadPermission,
  listTimelineEvents: postmortemReadPermission,
  listContributingFactors: postmortemReadPermission,
  listPostmortemActionItems: postmortemReadPermission,
  listActionItems: postmortemReadPermission,
  summarizeActionItems: postmortemReadPermission,
  listTrackers: postmortemReadPermission,
  getCompliance: postmortemReadPermission,
  getPolicy: postmortemReadPermission,
  previewDeadline: postmortemReadPermission,
  createPostmortem: postmortemCreatePermission,
  importPostmortem: postmortemCreatePermission,
  updatePostmortem: postmortemUpdatePermission,
  putSection: postmortemUpdatePermission,
  changeStatus: postmortemUpdatePermission,
  putOwner: postmortemUpdatePermission,
  acknowledgeOwner: postmortemUpdatePermission,
  handOverOwner: postmortemUpdatePermission,
  suggestOwners: postmortemReadPermission,
  putWaiver: postmortemUpdatePermission,
  deleteWaiver: postmortemUpdatePermission,
  putExtension: postmortemUpdatePermission,
  deleteExtension: postmortemUpdatePermission,
  addTimelineEvent: postmortemUpdatePermission,
  updateTimelineEvent: postmortemUpdatePermission,
  removeTimelineEvent: postmortemUpdatePermission,
  addContributingFactor: postmortemUpdatePermission,
  updateContributingFactor: postmortemUpdatePermission,
  removeContributingFactor: postmortemUpdatePermission,
  addActionItem: postmortemUpdatePermission,
  updateActionItem: postmortemUpdatePermission,
  removeActionItem: postmortemUpdatePermission,
  bulkUpdateActionItems: postmortemUpdatePermission,
  putTicket: postmortemUpdatePermission,
  removeTicket: postmortemUpdatePermission,
  syncTicket: postmortemUpdatePermission,
  deletePostmortem: postmortemDeletePermission,
};

type Operation = (
  request: unknown,
  options: PostmortemsServiceOptions,
) => Promise<unknown>;

/**
 * Puts permissions around a service: each operation first asks whether the caller holds the
 * permission it needs, once, and throws `NotAllowedError` where not.
 */
export function createAuthorizedPostmortemsService(
  service: PostmortemsService,
  permissions: PermissionsService,
): PostmortemsService {
  const operations = Object.entries(PERMISSIONS).map(([name, permission]) => {
    const operation = service[name as EndpointName] as Operation;
    const authorized: Operation = async (request, options) => {
      const [{ result }] = await permissions.authorize([{ permission }], {
        credentials: options.credentials,
      });
      if (result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          `This needs the permission ${permission.name}`,
        );
      }
      return operation(request, options);
    };
    return [name, authorized];
  });
  return Object.fromEntries(operations) as PostmortemsService;
}
