import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { itemIdSchema } from '../kernel/primitives';
import { postmortemSchema } from '../postmortem/model';
import {
  coverIncidentSchema,
  mergePostmortemSchema,
  mergePreviewSchema,
  previewMergeSchema,
} from './model';

const byIncident = byId.extend({ incidentId: itemIdSchema });

export const mergeEndpoints = {
  coverIncident: {
    method: 'put',
    path: '/postmortems/:id/incidents/:incidentId',
    summary:
      "Link an incident to a postmortem, which inherits the incident's deadline and replaces its draft",
    status: 200,
    params: byIncident,
    body: coverIncidentSchema,
    response: postmortemSchema,
  },
  mergePostmortem: {
    method: 'post',
    path: '/postmortems/:id/merge',
    summary:
      "Merge a duplicate into another postmortem, which inherits the duplicate's deadline",
    status: 200,
    params: byId,
    body: mergePostmortemSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  previewMerge: {
    method: 'post',
    path: '/postmortems/:id/merge-preview',
    summary: 'Preview linking an incident or merging a duplicate',
    status: 200,
    params: byId,
    body: previewMergeSchema,
    response: mergePreviewSchema,
  },
} as const satisfies Record<string, Endpoint>;
