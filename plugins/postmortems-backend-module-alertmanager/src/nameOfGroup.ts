import { createHash } from 'node:crypto';

/** Digest characters to keep; enough to distinguish groups. */
const DIGEST_LENGTH = 22;

/** Shortens a group key, because it can be longer than the database column. */
export function nameOfGroup(groupKey: string): string {
  return createHash('sha256')
    .update(groupKey)
    .digest('base64url')
    .slice(0, DIGEST_LENGTH);
}
