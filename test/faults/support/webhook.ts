import { createHmac } from 'node:crypto';

/** Same as in app-config.faults.yaml. */
const SECRET = Buffer.from('the secret of the portal with faults');

/** A signed webhook of the generic source for a declared incident. */
export function webhook(id: string): RequestInit {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const body = JSON.stringify({
    id,
    title: `Incident ${id}`,
    severity: 'SEV-1',
    services: ['checkout-api'],
  });
  const signature = createHmac('sha256', SECRET)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  };
}

export const WEBHOOK_PATH = '/incident-sources/generic';
