import type { Endpoint } from '../kernel/endpoint';
import { findSimilarQuerySchema, similarPostmortemsSchema } from './model';

export const similarEndpoints = {
  findSimilarPostmortems: {
    method: 'get',
    path: '/similar-postmortems',
    summary: 'Find similar postmortems, with reasons',
    status: 200,
    query: findSimilarQuerySchema,
    queryNamesOne: true,
    response: similarPostmortemsSchema,
  },
} as const satisfies Record<string, Endpoint>;
