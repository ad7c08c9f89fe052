import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { presenceSchema, putPresenceSchema } from './model';

export const presenceEndpoints = {
  listPresence: {
    method: 'get',
    path: '/postmortems/:id/presence',
    summary: 'List who is editing which section',
    status: 200,
    params: byId,
    response: presenceSchema,
  },
  putPresence: {
    method: 'put',
    path: '/postmortems/:id/presence',
    summary:
      'Tell others which sections you are editing, for a minute; repeat it while editing',
    status: 200,
    params: byId,
    body: putPresenceSchema,
    // Reports of editing are frequent and short-lived, so they aren't audited.
    readOnly: true,
    response: presenceSchema,
  },
} as const satisfies Record<string, Endpoint>;
