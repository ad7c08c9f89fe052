import { createHash } from 'node:crypto';

/** Longer delivery ids are stored as a hash. */
const MAX_ID = 200;
const ID = 'id:';

/** The deduplication key of a delivery: its id, or a hash of its body. */
export function deliveryKey(id: string | undefined, body: Buffer): string {
  if (id !== undefined && id.length <= MAX_ID) return `${ID}${id}`;
  const digest = createHash('sha256').update(id ?? body);
  return `sha256:${digest.digest('hex')}`;
}

/** The delivery id that a key was made from; undefined if the key is a hash. */
export function deliveryId(key: string): string | undefined {
  return key.startsWith(ID) ? key.slice(ID.length) : undefined;
}
