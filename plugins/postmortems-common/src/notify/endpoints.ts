import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { postmortemSchema } from '../postmortem/model';
import { putSnoozeSchema, snoozesSchema } from './model';

export const notifyEndpoints = {
  watch: {
    method: 'put',
    path: '/postmortems/:id/watch',
    summary: 'Watch a postmortem to get notified when it is published',
    status: 200,
    params: byId,
    response: postmortemSchema,
  },
  unwatch: {
    method: 'delete',
    path: '/postmortems/:id/watch',
    summary: 'Stop watching a postmortem',
    status: 200,
    params: byId,
    response: postmortemSchema,
  },
  putSnooze: {
    method: 'put',
    path: '/postmortems/:id/snooze',
    summary: 'Snooze your reminders for a postmortem',
    status: 200,
    params: byId,
    body: putSnoozeSchema,
    response: snoozesSchema,
  },
  listSnoozes: {
    method: 'get',
    path: '/snoozes',
    summary: 'List your snoozed reminders',
    status: 200,
    response: snoozesSchema,
  },
} as const satisfies Record<string, Endpoint>;
