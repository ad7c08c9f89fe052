import type { Endpoint } from '../kernel/endpoint';
import { pageSchema } from '../kernel/listing';
import { byId } from '../kernel/params';
import { historyEntrySchema, historyQuerySchema } from './model';

export const historyEndpoints = {
  listHistory: {
    method: 'get',
    path: '/postmortems/:id/history',
    summary: 'List who changed what, when and why, newest first',
    status: 200,
    params: byId,
    query: historyQuerySchema,
    response: pageSchema(historyEntrySchema),
  },
} as const satisfies Record<string, Endpoint>;
