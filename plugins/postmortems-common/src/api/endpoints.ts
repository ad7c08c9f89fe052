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

import { z } from 'zod';
import * as m from '../model';
import type { Endpoint } from './endpoint';

const byId = z.object({ id: m.postmortemIdSchema });
const bySection = byId.extend({ key: m.sectionKeySchema });
const byItem = byId.extend({ itemId: m.itemIdSchema });
const byActionItem = byId.extend({ key: m.actionItemKeySchema });

/**
 * The REST API below `/api/postmortems`, operation by operation.
 *
 * @public
 */
export const endpoints = {
  listPostmortems: {
    method: 'get',
    path: '/postmortems',
    summary: 'List postmortems, filtered and ordered, a page at a time',
    status: 200,
    query: m.listPostmortemsQuerySchema,
    response: m.postmortemPageSchema,
  },
  createPostmortem: {
    method: 'post',
    path: '/postmortems',
    summary: 'Start a postmortem',
    status: 201,
    body: m.createPostmortemSchema,
    response: m.postmortemSchema,
  },
  getPostmortem: {
    method: 'get',
    path: '/postmortems/:id',
    summary: 'One postmortem with its text, timeline and contributing factors',
    status: 200,
    params: byId,
    response: m.postmortemSchema,
  },
  updatePostmortem: {
    method: 'patch',
    path: '/postmortems/:id',
    summary: 'Change facts of a postmortem',
    status: 200,
    params: byId,
    body: m.updatePostmortemSchema,
    ifMatch: true,
    response: m.postmortemSchema,
  },
  deletePostmortem: {
    method: 'delete',
    path: '/postmortems/:id',
    summary: 'Delete a postmortem with everything in it',
    status: 204,
    params: byId,
    ifMatch: true,
  },
  putSection: {
    method: 'put',
    path: '/postmortems/:id/sections/:key',
    summary: "Write one section; If-Match is the section's own revision",
    status: 200,
    params: bySection,
    body: m.putSectionSchema,
    ifMatch: true,
    response: m.sectionSchema,
  },
  changeStatus: {
    method: 'post',
    path: '/postmortems/:id/status',
    summary: 'Move the postmortem along its lifecycle',
    status: 200,
    params: byId,
    body: m.changeStatusSchema,
    ifMatch: true,
    response: m.postmortemSchema,
  },
  putOwner: {
    method: 'put',
    path: '/postmortems/:id/owner',
    summary: 'Name the one owner, or none',
    status: 200,
    params: byId,
    body: m.putOwnerSchema,
    ifMatch: true,
    response: m.postmortemSchema,
  },
  acknowledgeOwner: {
    method: 'post',
    path: '/postmortems/:id/owner/acknowledgement',
    summary: 'The owner confirms having taken it on',
    status: 200,
    params: byId,
    response: m.postmortemSchema,
  },
  putWaiver: {
    method: 'put',
    path: '/postmortems/:id/waiver',
    summary: 'Grant a waiver, or change the one granted',
    status: 200,
    params: byId,
    body: m.putWaiverSchema,
    ifMatch: true,
    response: m.postmortemSchema,
  },
  deleteWaiver: {
    method: 'delete',
    path: '/postmortems/:id/waiver',
    summary: 'Withdraw the waiver',
    status: 200,
    params: byId,
    ifMatch: true,
    response: m.postmortemSchema,
  },
  putExtension: {
    method: 'put',
    path: '/postmortems/:id/extension',
    summary: 'Grant a later deadline, or change the one granted',
    status: 200,
    params: byId,
    body: m.putExtensionSchema,
    ifMatch: true,
    response: m.postmortemSchema,
  },
  deleteExtension: {
    method: 'delete',
    path: '/postmortems/:id/extension',
    summary: 'Withdraw the extension',
    status: 200,
    params: byId,
    ifMatch: true,
    response: m.postmortemSchema,
  },
  listTimelineEvents: {
    method: 'get',
    path: '/postmortems/:id/timeline',
    summary: 'The timeline, in order of time',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(m.timelineEventSchema) }),
  },
  addTimelineEvent: {
    method: 'post',
    path: '/postmortems/:id/timeline',
    summary: 'Add an event to the timeline',
    status: 201,
    params: byId,
    body: m.createTimelineEventSchema,
    response: m.timelineEventSchema,
  },
  updateTimelineEvent: {
    method: 'patch',
    path: '/postmortems/:id/timeline/:itemId',
    summary: 'Change a timeline event',
    status: 200,
    params: byItem,
    body: m.updateTimelineEventSchema,
    ifMatch: true,
    response: m.timelineEventSchema,
  },
  removeTimelineEvent: {
    method: 'delete',
    path: '/postmortems/:id/timeline/:itemId',
    summary: 'Remove a timeline event',
    status: 204,
    params: byItem,
    ifMatch: true,
  },
  listContributingFactors: {
    method: 'get',
    path: '/postmortems/:id/contributing-factors',
    summary: 'The contributing factors, in the order they were added',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(m.contributingFactorSchema) }),
  },
  addContributingFactor: {
    method: 'post',
    path: '/postmortems/:id/contributing-factors',
    summary: 'Add a contributing factor',
    status: 201,
    params: byId,
    body: m.createContributingFactorSchema,
    response: m.contributingFactorSchema,
  },
  updateContributingFactor: {
    method: 'patch',
    path: '/postmortems/:id/contributing-factors/:itemId',
    summary: 'Change a contributing factor',
    status: 200,
    params: byItem,
    body: m.updateContributingFactorSchema,
    ifMatch: true,
    response: m.contributingFactorSchema,
  },
  removeContributingFactor: {
    method: 'delete',
    path: '/postmortems/:id/contributing-factors/:itemId',
    summary: 'Remove a contributing factor',
    status: 204,
    params: byItem,
    ifMatch: true,
  },
  listPostmortemActionItems: {
    method: 'get',
    path: '/postmortems/:id/action-items',
    summary: 'The action items of a postmortem, in its order',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(m.actionItemSchema) }),
  },
  addActionItem: {
    method: 'post',
    path: '/postmortems/:id/action-items',
    summary: 'Add an action item',
    status: 201,
    params: byId,
    body: m.createActionItemSchema,
    response: m.actionItemSchema,
  },
  updateActionItem: {
    method: 'patch',
    path: '/postmortems/:id/action-items/:key',
    summary: 'Change an action item, or move it to another place',
    status: 200,
    params: byActionItem,
    body: m.updateActionItemSchema,
    ifMatch: true,
    response: m.actionItemSchema,
  },
  removeActionItem: {
    method: 'delete',
    path: '/postmortems/:id/action-items/:key',
    summary: 'Remove an action item',
    status: 204,
    params: byActionItem,
    ifMatch: true,
  },
  putTicket: {
    method: 'put',
    path: '/postmortems/:id/action-items/:key/ticket',
    summary: 'Make a ticket for an action item, or link an existing one',
    status: 200,
    params: byActionItem,
    body: m.putTicketSchema,
    response: m.actionItemSchema,
  },
  removeTicket: {
    method: 'delete',
    path: '/postmortems/:id/action-items/:key/ticket',
    summary: 'Unlink the ticket; in the tracker it stays as it is',
    status: 200,
    params: byActionItem,
    response: m.actionItemSchema,
  },
  syncTicket: {
    method: 'post',
    path: '/postmortems/:id/action-items/:key/ticket/sync',
    summary: 'Compare with the ticket now, or try again what failed',
    status: 200,
    params: byActionItem,
    response: m.actionItemSchema,
  },
  listTrackers: {
    method: 'get',
    path: '/trackers',
    summary: 'The ticket trackers there are',
    status: 200,
    response: z.object({ items: z.array(m.trackerSchema) }),
  },
  listActionItems: {
    method: 'get',
    path: '/action-items',
    summary: 'List action items across postmortems, a page at a time',
    status: 200,
    query: m.listActionItemsQuerySchema,
    response: m.actionItemPageSchema,
  },
  summarizeActionItems: {
    method: 'get',
    path: '/action-items/summary',
    summary: 'Count action items by status, group by group',
    status: 200,
    query: m.actionItemSummaryQuerySchema,
    response: m.actionItemSummarySchema,
  },
  bulkUpdateActionItems: {
    method: 'post',
    path: '/action-items/bulk',
    summary: 'Make one change to many action items, each on its own',
    status: 200,
    body: m.bulkUpdateActionItemsSchema,
    response: m.bulkUpdateResultSchema,
  },
  listHistory: {
    method: 'get',
    path: '/postmortems/:id/history',
    summary: 'Who changed what, when and why; newest first',
    status: 200,
    params: byId,
    query: m.historyQuerySchema,
    response: m.pageSchema(m.historyEntrySchema),
  },
  getCompliance: {
    method: 'get',
    path: '/compliance',
    summary: 'Counts per compliance status and the rate, group by group',
    status: 200,
    query: m.complianceQuerySchema,
    response: m.complianceReportSchema,
  },
  getPolicy: {
    method: 'get',
    path: '/policy',
    summary: 'The deadline policy in force and the severities',
    status: 200,
    response: m.policyInForceSchema,
  },
  previewDeadline: {
    method: 'post',
    path: '/policy/preview',
    summary: 'The deadline that a set of facts would get, explained',
    status: 200,
    body: m.previewDeadlineSchema,
    response: m.deadlinePreviewSchema,
  },
  importPostmortem: {
    method: 'post',
    path: '/import',
    summary: 'Bring in a postmortem with its past, once per import key',
    status: 200,
    body: m.importPostmortemSchema,
    response: m.importResultSchema,
  },
} as const satisfies Record<string, Endpoint>;

/** @public */
export type EndpointName = keyof typeof endpoints;
