import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { sectionKeySchema } from '../section/model';
import {
  addLiveUpdateSchema,
  listLiveUpdatesQuerySchema,
  liveUpdatesSchema,
  storedLiveUpdateSchema,
} from './model';

const bySection = byId.extend({ key: sectionKeySchema });

export const liveEndpoints = {
  openLiveDocument: {
    method: 'put',
    path: '/postmortems/:id/sections/:key/live',
    summary:
      'Start or join live editing of a section (experimental; 404 unless enabled)',
    status: 200,
    params: bySection,
    response: liveUpdatesSchema,
  },
  listLiveUpdates: {
    method: 'get',
    path: '/postmortems/:id/sections/:key/live/updates',
    summary:
      'List live changes of a section since a sequence number (experimental)',
    status: 200,
    params: bySection,
    query: listLiveUpdatesQuerySchema,
    response: liveUpdatesSchema,
  },
  addLiveUpdate: {
    method: 'post',
    path: '/postmortems/:id/sections/:key/live/updates',
    summary: 'Change a section live; others merge the change (experimental)',
    status: 200,
    params: bySection,
    body: addLiveUpdateSchema,
    response: storedLiveUpdateSchema,
  },
} as const satisfies Record<string, Endpoint>;
