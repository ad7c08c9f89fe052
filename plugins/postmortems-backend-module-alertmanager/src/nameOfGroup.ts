import { createHash } from 'node:crypto';

/** Number of characters of a digest, enough to distinguish groups. */
const DIGEST_LENGTH = 22;

/** A short name for a group, because its key can be longer than the stored length. */
export function nameOfGroup(groupKey: string): string {
  return createHash('sha256')
    .update(groupKey)
    .digest('base64url')
    .slice(0, DIGEST_LENGTH);
}
