import { createPermission } from '@backstage/plugin-permission-common';
import type {
  PermissionAttributes,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * Resource type for permissions: a postmortem, identified by an id such as `PM-42`. Action items
 * use their postmortem's permissions.
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

/** Start postmortems. @public */
export const postmortemCreatePermission = createPermission({
  name: 'postmortem.create',
  attributes: { action: 'create' },
});

/**
 * Import postmortems with their history.
 *
 * @public
 */
export const postmortemImportPermission = createPermission({
  name: 'postmortem.import',
  attributes: { action: 'create' },
});

/** Read postmortems, their history and compliance. @public */
export const postmortemReadPermission = ofPostmortem('postmortem.read', 'read');

/**
 * See restricted postmortems without being connected to them.
 *
 * @public
 */
export const postmortemReadRestrictedPermission = ofPostmortem(
  'postmortem.read-restricted',
  'read',
);

/**
 * Edit a postmortem and its facts.
 *
 * @public
 */
export const postmortemUpdatePermission = ofPostmortem(
  'postmortem.update',
  'update',
);

/** Delete postmortems, and view and restore deleted ones. @public */
export const postmortemDeletePermission = ofPostmortem(
  'postmortem.delete',
  'delete',
);

/**
 * Redact a leaked secret or personal data from a postmortem and all its related data.
 *
 * @public
 */
export const postmortemRedactPermission = ofPostmortem(
  'postmortem.redact',
  'update',
);

/** Publish a postmortem, and dismiss requests for changes. @public */
export const postmortemPublishPermission = ofPostmortem(
  'postmortem.publish',
  'update',
);

/**
 * Request reviews, approve a postmortem or request changes.
 *
 * @public
 */
export const postmortemReviewPermission = ofPostmortem(
  'postmortem.review',
  'update',
);

/** Grant and withdraw waivers and extensions. @public */
export const postmortemWaivePermission = ofPostmortem(
  'postmortem.waive',
  'update',
);

/**
 * Assign a postmortem's owner, and change its affected entities, which determine the owning teams.
 *
 * @public
 */
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

/**
 * Update action items and their tickets.
 *
 * @public
 */
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
 * Operate incident sources: deliveries, mappings and backfills.
 *
 * @public
 */
export const incidentSourceManagePermission = createPermission({
  name: 'incident-source.manage',
  attributes: { action: 'update' },
});

/**
 * Merge contributing factors in all visible postmortems.
 *
 * @public
 */
export const postmortemCuratePermission = createPermission({
  name: 'postmortem.curate',
  attributes: { action: 'update' },
});

/**
 * Permissions that are decided per postmortem.
 *
 * @public
 */
export const postmortemResourcePermissions = [
  postmortemReadPermission,
  postmortemReadRestrictedPermission,
  postmortemUpdatePermission,
  postmortemDeletePermission,
  postmortemRedactPermission,
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
  postmortemImportPermission,
  postmortemCuratePermission,
  incidentSourceManagePermission,
  ...postmortemResourcePermissions,
];
