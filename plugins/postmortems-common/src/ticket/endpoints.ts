import { z } from 'zod';
import { actionItemSchema } from '../actionItem/model';
import { byActionItem } from '../actionItem/params';
import type { Endpoint } from '../kernel/endpoint';
import { putTicketSchema, trackerSchema } from './model';

export const ticketEndpoints = {
  putTicket: {
    method: 'put',
    path: '/postmortems/:id/action-items/:key/ticket',
    summary: 'Create a ticket for an action item, or link an existing one',
    status: 200,
    params: byActionItem,
    body: putTicketSchema,
    response: actionItemSchema,
  },
  removeTicket: {
    method: 'delete',
    path: '/postmortems/:id/action-items/:key/ticket',
    summary: 'Unlink the ticket; it stays unchanged in the tracker',
    status: 200,
    params: byActionItem,
    response: actionItemSchema,
  },
  syncTicket: {
    method: 'post',
    path: '/postmortems/:id/action-items/:key/ticket/sync',
    summary: 'Synchronize with the ticket now, or retry a failed attempt',
    status: 200,
    params: byActionItem,
    response: actionItemSchema,
  },
  listTrackers: {
    method: 'get',
    path: '/trackers',
    summary: 'List ticket trackers',
    status: 200,
    response: z.object({ items: z.array(trackerSchema) }),
  },
} as const satisfies Record<string, Endpoint>;
