import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { redactionSchema, redactPostmortemSchema } from './model';

export const redactionEndpoints = {
  redactPostmortem: {
    method: 'post',
    path: '/postmortems/:id/redactions',
    summary:
      'Remove a leaked secret or personal data everywhere, even after deletion',
    status: 200,
    params: byId,
    body: redactPostmortemSchema,
    response: redactionSchema,
  },
} as const satisfies Record<string, Endpoint>;
