import type { Endpoint } from '../kernel/endpoint';
import {
  confirmImportsResultSchema,
  confirmImportsSchema,
  importPostmortemSchema,
  importResultSchema,
} from './model';

export const importEndpoints = {
  importPostmortem: {
    method: 'post',
    path: '/import',
    summary: 'Import a postmortem with its history, once per import key',
    status: 200,
    body: importPostmortemSchema,
    response: importResultSchema,
  },
  confirmImports: {
    method: 'post',
    path: '/import/confirmations',
    summary: 'Confirm the claims of imports; each succeeds or fails separately',
    status: 200,
    body: confirmImportsSchema,
    response: confirmImportsResultSchema,
  },
} as const satisfies Record<string, Endpoint>;
