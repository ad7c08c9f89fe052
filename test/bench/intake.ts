import { createHmac, randomUUID } from 'node:crypto';
import type { BenchTarget } from './targets';

/** Same as in app-config.bench.yaml. */
const SECRET = Buffer.from('the secret of the bench portal');

/** A signed webhook about a drill, which has no effect beyond being stored. */
export const INTAKE: BenchTarget = {
  name: 'intake of a webhook',
  path: '/api/postmortems/incident-sources/generic',
  atLeastOfFloor: 0.5,
  post() {
    const id = randomUUID();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const body = JSON.stringify({
      id,
      title: 'A service did not answer',
      severity: 'SEV-1',
      services: ['service-7'],
      drill: true,
    });
    const signature = createHmac('sha256', SECRET)
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
    return {
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${signature}`,
      },
      body,
    };
  },
};
