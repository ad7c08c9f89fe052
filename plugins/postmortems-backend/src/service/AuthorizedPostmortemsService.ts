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

import type { Permission } from '@backstage/plugin-permission-common';
import {
  actionItemCreatePermission,
  actionItemDeletePermission,
  actionItemReadPermission,
  actionItemUpdatePermission,
  incidentSourceManagePermission,
  postmortemAssignPermission,
  postmortemCommentPermission,
  postmortemCreatePermission,
  postmortemDeletePermission,
  postmortemPublishPermission,
  postmortemReadPermission,
  postmortemReviewPermission,
  postmortemUpdatePermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import type {
  EndpointName,
  EndpointRequest,
  endpoints,
} from 'backstage-plugin-postmortems-common';
import { postmortemRules } from 'backstage-plugin-postmortems-node';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import type { Access } from '../access/Access';
import type { AccessControl, Need } from '../access/AccessControl';

/** The permission that an operation needs, for some by what is requested. */
type Needed<N extends EndpointName> =
  | Permission
  | Need
  | ((request: EndpointRequest<(typeof endpoints)[N]>) => Permission);

/** What each operation needs. Being complete by its type, it lets none through unasked. */
const PERMISSIONS: { [N in EndpointName]: Needed<N> } = {
  listPostmortems: postmortemReadPermission,
  getPostmortem: postmortemReadPermission,
  listHistory: postmortemReadPermission,
  listTimelineEvents: postmortemReadPermission,
  listContributingFactors: postmortemReadPermission,
  getAgenda: postmortemReadPermission,
  getMeetingCalendar: postmortemReadPermission,
  listComments: postmortemReadPermission,
  watch: postmortemReadPermission,
  unwatch: postmortemReadPermission,
  listPostmortemActionItems: actionItemReadPermission,
  listActionItems: actionItemReadPermission,
  summarizeActionItems: actionItemReadPermission,
  listTrackers: actionItemReadPermission,
  getCompliance: postmortemReadPermission,
  getPolicy: postmortemReadPermission,
  previewDeadline: postmortemReadPermission,
  createPostmortem: postmortemCreatePermission,
  importPostmortem: postmortemCreatePermission,
  updatePostmortem: postmortemUpdatePermission,
  putSection: postmortemUpdatePermission,
  changeStatus: ({ body }) =>
    body.to === 'published'
      ? postmortemPublishPermission
      : postmortemUpdatePermission,
  putOwner: postmortemAssignPermission,
  acknowledgeOwner: postmortemUpdatePermission,
  handOverOwner: postmortemUpdatePermission,
  suggestOwners: postmortemReadPermission,
  putSnooze: postmortemReadPermission,
  listSnoozes: postmortemReadPermission,
  putReviewers: postmortemUpdatePermission,
  addReview: {
    permission: postmortemReviewPermission,
    openTo: claims => postmortemRules.isReviewer.toQuery({ claims }),
  },
  putMeeting: postmortemUpdatePermission,
  addComment: postmortemCommentPermission,
  updateComment: postmortemCommentPermission,
  resolveComment: postmortemCommentPermission,
  reopenComment: postmortemCommentPermission,
  removeComment: {
    permission: postmortemCommentPermission,
    unbound: postmortemDeletePermission,
  },
  putWaiver: postmortemWaivePermission,
  deleteWaiver: postmortemWaivePermission,
  putExtension: postmortemWaivePermission,
  deleteExtension: postmortemWaivePermission,
  addTimelineEvent: postmortemUpdatePermission,
  updateTimelineEvent: postmortemUpdatePermission,
  removeTimelineEvent: postmortemUpdatePermission,
  addContributingFactor: postmortemUpdatePermission,
  updateContributingFactor: postmortemUpdatePermission,
  removeContributingFactor: postmortemUpdatePermission,
  addActionItem: actionItemCreatePermission,
  updateActionItem: actionItemUpdatePermission,
  removeActionItem: actionItemDeletePermission,
  bulkUpdateActionItems: actionItemUpdatePermission,
  putTicket: actionItemUpdatePermission,
  removeTicket: actionItemUpdatePermission,
  syncTicket: actionItemUpdatePermission,
  deletePostmortem: postmortemDeletePermission,
  chooseSourceFact: postmortemUpdatePermission,
  coverIncident: postmortemUpdatePermission,
  listIncidents: {
    permission: postmortemReadPermission,
    unbound: incidentSourceManagePermission,
  },
  listIncidentSources: incidentSourceManagePermission,
  requestBackfill: incidentSourceManagePermission,
  listIncidentDeliveries: incidentSourceManagePermission,
  replayIncidentDelivery: incidentSourceManagePermission,
  listUnmappedServices: incidentSourceManagePermission,
};

type Operation = (
  request: unknown,
  options: PostmortemsServiceOptions,
) => Promise<unknown>;

/**
 * Puts permissions around the service: finds out, once for each request, what the caller may see
 * and do, and lets the service do its work within that. All that a caller may not see does not
 * exist for it; what it sees but may not change is refused by `NotAllowedError`.
 *
 * @param serviceFor - the service with all rules, for one caller
 */
export function createAuthorizedPostmortemsService(
  serviceFor: (access: Access) => PostmortemsService,
  accessControl: AccessControl,
): PostmortemsService {
  const operations = Object.entries(PERMISSIONS).map(([name, needed]) => {
    const authorized: Operation = async (request, options) => {
      const need =
        typeof needed === 'function' ? needed(request as never) : needed;
      const access = await accessControl.accessOf(
        options.credentials,
        'permission' in need ? need : { permission: need },
      );
      const operation = serviceFor(access)[name as EndpointName] as Operation;
      return operation(request, options);
    };
    return [name, authorized];
  });
  return Object.fromEntries(operations) as PostmortemsService;
}
