import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/**
 * Sends a text with an ETag, or 304 if the client has it. Express would ignore the client's ETag if
 * the request also has `Cache-Control: no-cache`, which `fetch` adds.
 */
export function sendUnlessKnown(
  req: Request,
  res: Response,
  { mediaType, text }: { mediaType: string; text: string },
): void {
  const hash = createHash('sha256').update(text).digest('base64url');
  const etag = `"${hash}"`;
  res.setHeader('ETag', etag);
  const known = (req.get('If-None-Match') ?? '')
    .split(',')
    // Proxies that compress make the ETag weak.
    .map(each => each.trim().replace(/^W\//, ''));
  if (known.includes(etag)) res.status(304).end();
  else res.type(mediaType).send(text);
}
