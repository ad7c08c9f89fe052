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
  postmortemCuratePermission,
  postmortemDeletePermission,
  postmortemImportPermission,
  postmortemPublishPermission,
  postmortemReadPermission,
  postmortemRedactPermission,
  postmortemResourcePermissions,
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
import type { Access } from './kernel/access/Access';
import type { AccessControl, Need } from './kernel/access/AccessControl';

/** An operation's requirements. For some operations, they depend on the request. */
type Needed<N extends EndpointName> =
  | Permission
  | Need
  | ((request: EndpointRequest<(typeof endpoints)[N]>) => Permission | Need);

/** Required to change affected entities, which determine the owning teams. */
const ASSIGNING_UPDATE: Need = {
  permission: postmortemUpdatePermission,
  also: postmortemAssignPermission,
};

/** Permissions that a list reports for each item. */
function reported(names: string[] | undefined): Permission[] {
  return postmortemResourcePermissions.filter(({ name }) =>
    names?.includes(name),
  );
}

/** The permission for each operation. The type ensures that no operation is missing. */
const PERMISSIONS: { [N in EndpointName]: Needed<N> } = {
  listPostmortems: ({ query }) => ({
    permission: postmortemReadPermission,
    report: reported(query.permissions),
  }),
  getPostmortem: postmortemReadPermission,
  findSimilarPostmortems: postmortemReadPermission,
  listHistory: postmortemReadPermission,
  listTimelineEvents: postmortemReadPermission,
  listContributingFactors: postmortemReadPermission,
  getAgenda: postmortemReadPermission,
  getMeetingCalendar: postmortemReadPermission,
  listComments: postmortemReadPermission,
  listMentions: postmortemReadPermission,
  watch: postmortemReadPermission,
  unwatch: postmortemReadPermission,
  listPostmortemActionItems: actionItemReadPermission,
  listActionItems: ({ query }) => ({
    permission: actionItemReadPermission,
    report: reported(query.permissions),
  }),
  summarizeActionItems: actionItemReadPermission,
  listTrackers: actionItemReadPermission,
  getCompliance: postmortemReadPermission,
  listComplianceExceptions: postmortemReadPermission,
  getInsights: postmortemReadPermission,
  getPolicy: postmortemReadPermission,
  previewDeadline: postmortemReadPermission,
  createPostmortem: postmortemCreatePermission,
  importPostmortem: postmortemImportPermission,
  // If an import contains a waiver or an extension, only holders of the waive permission can
  // confirm it.
  confirmImports: {
    permission: postmortemPublishPermission,
    override: postmortemWaivePermission,
  },
  updatePostmortem: ({ body }) =>
    body.entityRefs ? ASSIGNING_UPDATE : postmortemUpdatePermission,
  confirmOngoing: postmortemUpdatePermission,
  putSection: postmortemUpdatePermission,
  restoreSection: postmortemUpdatePermission,
  openLiveDocument: postmortemUpdatePermission,
  listLiveUpdates: postmortemReadPermission,
  addLiveUpdate: postmortemUpdatePermission,
  listPresence: postmortemReadPermission,
  listFeeds: postmortemReadPermission,
  createFeed: postmortemReadPermission,
  removeFeed: postmortemReadPermission,
  putPresence: postmortemUpdatePermission,
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
  dismissReview: postmortemPublishPermission,
  putMeeting: postmortemUpdatePermission,
  addComment: postmortemCommentPermission,
  updateComment: postmortemCommentPermission,
  resolveComment: postmortemCommentPermission,
  reopenComment: postmortemCommentPermission,
  removeComment: {
    permission: postmortemCommentPermission,
    override: postmortemDeletePermission,
  },
  putWaiver: postmortemWaivePermission,
  deleteWaiver: postmortemWaivePermission,
  putExtension: postmortemWaivePermission,
  deleteExtension: postmortemWaivePermission,
  correctFacts: postmortemWaivePermission,
  addTimelineEvent: postmortemUpdatePermission,
  updateTimelineEvent: postmortemUpdatePermission,
  removeTimelineEvent: postmortemUpdatePermission,
  addContributingFactor: postmortemUpdatePermission,
  updateContributingFactor: postmortemUpdatePermission,
  removeContributingFactor: postmortemUpdatePermission,
  findContributingFactors: postmortemReadPermission,
  mergeContributingFactors: postmortemCuratePermission,
  addActionItem: actionItemCreatePermission,
  updateActionItem: actionItemUpdatePermission,
  removeActionItem: actionItemDeletePermission,
  bulkUpdateActionItems: actionItemUpdatePermission,
  putTicket: actionItemUpdatePermission,
  removeTicket: actionItemUpdatePermission,
  syncTicket: actionItemUpdatePermission,
  deletePostmortem: postmortemDeletePermission,
  listDeletedPostmortems: postmortemDeletePermission,
  restorePostmortem: postmortemDeletePermission,
  redactPostmortem: postmortemRedactPermission,
  chooseSourceFact: ({ params, body }) =>
    params.field === 'entityRefs' && body.choose === 'source'
      ? ASSIGNING_UPDATE
      : postmortemUpdatePermission,
  coverIncident: postmortemUpdatePermission,
  mergePostmortem: {
    permission: postmortemDeletePermission,
    override: postmortemUpdatePermission,
  },
  previewMerge: postmortemReadPermission,
  listIncidents: {
    permission: postmortemReadPermission,
    override: incidentSourceManagePermission,
  },
  listIncidentSources: incidentSourceManagePermission,
  requestBackfill: incidentSourceManagePermission,
  listIncidentDeliveries: incidentSourceManagePermission,
  replayIncidentDelivery: incidentSourceManagePermission,
  listIncidentMappings: incidentSourceManagePermission,
  putIncidentMapping: incidentSourceManagePermission,
  removeIncidentMapping: incidentSourceManagePermission,
  listUnmappedServices: incidentSourceManagePermission,
};

type Operation = (
  request: unknown,
  options: PostmortemsServiceOptions,
) => Promise<unknown>;

/**
 * Adds authorization to the service by determining, once per request, what the caller can see and
 * do. Postmortems that the caller can't see are treated as nonexistent; forbidden changes fail with
 * `NotAllowedError`.
 *
 * @param serviceFor - creates the service for one caller
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
