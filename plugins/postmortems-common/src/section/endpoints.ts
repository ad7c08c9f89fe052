import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import {
  putSectionSchema,
  restoreSectionSchema,
  sectionKeySchema,
  sectionSchema,
} from './model';

const bySection = byId.extend({ key: sectionKeySchema });

export const sectionEndpoints = {
  putSection: {
    method: 'put',
    path: '/postmortems/:id/sections/:key',
    summary:
      "Update a section; If-Match is the section's own revision, and changes since are merged from base",
    status: 200,
    params: bySection,
    body: putSectionSchema,
    ifMatch: true,
    response: sectionSchema,
  },
  restoreSection: {
    method: 'post',
    path: '/postmortems/:id/sections/:key/restore',
    summary: 'Restore an earlier text of a section from the history',
    status: 200,
    params: bySection,
    body: restoreSectionSchema,
    ifMatch: true,
    response: sectionSchema,
  },
} as const satisfies Record<string, Endpoint>;
