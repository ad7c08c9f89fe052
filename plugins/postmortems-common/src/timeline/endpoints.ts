import { z } from 'zod';
import type { Endpoint } from '../kernel/endpoint';
import { byId, byItem } from '../kernel/params';
import {
  createTimelineEventSchema,
  timelineEventSchema,
  updateTimelineEventSchema,
} from './model';

export const timelineEndpoints = {
  listTimelineEvents: {
    method: 'get',
    path: '/postmortems/:id/timeline',
    summary: 'List timeline events in order of time',
    status: 200,
    params: byId,
    response: z.object({ items: z.array(timelineEventSchema) }),
  },
  addTimelineEvent: {
    method: 'post',
    path: '/postmortems/:id/timeline',
    summary: 'Add an event to the timeline',
    status: 201,
    params: byId,
    body: createTimelineEventSchema,
    response: timelineEventSchema,
  },
  updateTimelineEvent: {
    method: 'patch',
    path: '/postmortems/:id/timeline/:itemId',
    summary: 'Update a timeline event',
    status: 200,
    params: byItem,
    body: updateTimelineEventSchema,
    ifMatch: true,
    response: timelineEventSchema,
  },
  removeTimelineEvent: {
    method: 'delete',
    path: '/postmortems/:id/timeline/:itemId',
    summary: 'Remove a timeline event',
    status: 204,
    params: byItem,
    ifMatch: true,
  },
} as const satisfies Record<string, Endpoint>;
