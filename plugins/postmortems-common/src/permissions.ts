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

import { createPermission } from '@backstage/plugin-permission-common';
import type {
  PermissionAttributes,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * The type of the resources that permissions are about: a postmortem, by its id such as `PM-42`.
 * An action item is judged by the postmortem that it belongs to.
 *
 * @public
 */
export const POSTMORTEM_RESOURCE_TYPE = 'postmortem';

function ofPostmortem(
  name: string,
  action: PermissionAttributes['action'],
): ResourcePermission<typeof POSTMORTEM_RESOURCE_TYPE> {
  return createPermission({
    name,
    attributes: { action },
    resourceType: POSTMORTEM_RESOURCE_TYPE,
  });
}

/** Start or import postmortems. @public */
export const postmortemCreatePermission = createPermission({
  name: 'postmortem.create',
  attributes: { action: 'create' },
});

/** Read postmortems, their history and compliance. @public */
export const postmortemReadPermission = ofPostmortem('postmortem.read', 'read');

/** See restricted postmortems without being concerned by them. @public */
export const postmortemReadRestrictedPermission = ofPostmortem(
  'postmortem.read-restricted',
  'read',
);

/** Write a postmortem and change its facts. @public */
export const postmortemUpdatePermission = ofPostmortem(
  'postmortem.update',
  'update',
);

/** Delete postmortems. @public */
export const postmortemDeletePermission = ofPostmortem(
  'postmortem.delete',
  'delete',
);

/** Publish a postmortem. @public */
export const postmortemPublishPermission = ofPostmortem(
  'postmortem.publish',
  'update',
);

/** Request reviews, and approve a postmortem or request changes of it. @public */
export const postmortemReviewPermission = ofPostmortem(
  'postmortem.review',
  'update',
);

/** Grant and withdraw waivers and extensions. @public */
export const postmortemWaivePermission = ofPostmortem(
  'postmortem.waive',
  'update',
);

/** Name the owner of a postmortem. @public */
export const postmortemAssignPermission = ofPostmortem(
  'postmortem.assign',
  'update',
);

/** Comment on a postmortem. @public */
export const postmortemCommentPermission = ofPostmortem(
  'postmortem.comment',
  'update',
);

/** Read lists and counts of action items. @public */
export const actionItemReadPermission = ofPostmortem(
  'action-item.read',
  'read',
);

/** Add action items to a postmortem. @public */
export const actionItemCreatePermission = ofPostmortem(
  'action-item.create',
  'create',
);

/** Change action items and their tickets. @public */
export const actionItemUpdatePermission = ofPostmortem(
  'action-item.update',
  'update',
);

/** Remove action items. @public */
export const actionItemDeletePermission = ofPostmortem(
  'action-item.delete',
  'delete',
);

/**
 * See and repair how incidents come in: sources, deliveries, unmapped services, past incidents.
 *
 * @public
 */
export const incidentSourceManagePermission = createPermission({
  name: 'incident-source.manage',
  attributes: { action: 'update' },
});

/** The permissions that are decided postmortem by postmortem. @public */
export const postmortemResourcePermissions = [
  postmortemReadPermission,
  postmortemReadRestrictedPermission,
  postmortemUpdatePermission,
  postmortemDeletePermission,
  postmortemPublishPermission,
  postmortemReviewPermission,
  postmortemWaivePermission,
  postmortemAssignPermission,
  postmortemCommentPermission,
  actionItemReadPermission,
  actionItemCreatePermission,
  actionItemUpdatePermission,
  actionItemDeletePermission,
];

/** All permissions of the plugin. @public */
export const postmortemPermissions = [
  postmortemCreatePermission,
  incidentSourceManagePermission,
  ...postmortemResourcePermissions,
];
