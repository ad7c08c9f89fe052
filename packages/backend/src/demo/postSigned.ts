import { createHmac } from 'node:crypto';
import { ResponseError } from '@backstage/errors';

/**
 * Sends JSON to a webhook, signed with Standard Webhooks.
 *
 * @throws ResponseError if it is rejected
 */
export async function postSigned(options: {
  url: string;
  secret: string;
  id: string;
  now: Date;
  body: object;
}): Promise<void> {
  const { url, secret, id, now } = options;
  const body = JSON.stringify(options.body);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    body,
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
}
