import type { Endpoint } from '../kernel/endpoint';
import { insightsSchema } from './model';
import { insightsQuerySchema } from './query';

export const insightsEndpoints = {
  getInsights: {
    method: 'get',
    path: '/insights',
    summary:
      'Get incidents over time, response times, what recurs, and how follow-up goes',
    status: 200,
    query: insightsQuerySchema,
    response: insightsSchema,
  },
} as const satisfies Record<string, Endpoint>;
