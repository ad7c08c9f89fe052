import { z } from 'zod';
import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import {
  actionItemSchema,
  actionItemSummarySchema,
  bulkUpdateActionItemsSchema,
  bulkUpdateResultSchema,
  createActionItemSchema,
  updateActionItemSchema,
} from './model';
import { byActionItem } from './params';
import {
  actionItemPageSchema,
  actionItemSummaryQuerySchema,
  listActionItemsQuerySchema,
} from './query';

export const actionItemEndpoints = {
  listPostmortemActionItems: {
    method: 'get',
    path: '/postmortems/:id/action-items',
    summary: "List a postmortem's action items in order",
    status: 200,
    params: byId,
    response: z.object({ items: z.array(actionItemSchema) }),
  },
  addActionItem: {
    method: 'post',
    path: '/postmortems/:id/action-items',
    summary: 'Add an action item',
    status: 201,
    params: byId,
    body: createActionItemSchema,
    response: actionItemSchema,
  },
  updateActionItem: {
    method: 'patch',
    path: '/postmortems/:id/action-items/:key',
    summary: 'Update or move an action item',
    status: 200,
    params: byActionItem,
    body: updateActionItemSchema,
    ifMatch: true,
    response: actionItemSchema,
  },
  removeActionItem: {
    method: 'delete',
    path: '/postmortems/:id/action-items/:key',
    summary: 'Remove an action item',
    status: 204,
    params: byActionItem,
    ifMatch: true,
  },
  listActionItems: {
    method: 'get',
    path: '/action-items',
    summary: 'List action items across postmortems, with paging',
    status: 200,
    query: listActionItemsQuerySchema,
    response: actionItemPageSchema,
  },
  summarizeActionItems: {
    method: 'get',
    path: '/action-items/summary',
    summary: 'Count action items by status and group',
    status: 200,
    query: actionItemSummaryQuerySchema,
    response: actionItemSummarySchema,
  },
  bulkUpdateActionItems: {
    method: 'post',
    path: '/action-items/bulk',
    summary:
      'Apply one change to many action items; each succeeds or fails separately',
    status: 200,
    body: bulkUpdateActionItemsSchema,
    response: bulkUpdateResultSchema,
  },
} as const satisfies Record<string, Endpoint>;
