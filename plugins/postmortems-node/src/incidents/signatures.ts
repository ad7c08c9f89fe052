import { createHmac, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import type { SourceRequest } from './IncidentSource';

/**
 * The error for every request that fails verification. It is always the same, to give attackers no
 * hints.
 *
 * @public
 */
export function unverified(): AuthenticationError {
  return new AuthenticationError(
    "The signature is missing, invalid or expired. Check the webhook secret and the sender's clock",
  );
}

/**
 * Reads a header by its lowercase name. Undefined if it is missing, empty or repeated.
 *
 * @public
 */
export function headerOf(
  request: SourceRequest,
  name: string,
): string | undefined {
  const value = request.headers[name];
  return (typeof value === 'string' && value) || undefined;
}

/**
 * Whether one of the signatures is the content's HMAC-SHA256 with one of the secrets. There are
 * several of each during rotation. Takes constant time.
 *
 * @public
 */
export function isSignedByAny(options: {
  secrets: ReadonlyArray<string | Buffer>;
  /** The signed parts, in order. */
  content: ReadonlyArray<string | Buffer>;
  /** The encoding of signatures. */
  encoding: 'hex' | 'base64';
  /** Signatures, without a prefix such as `v1=`. */
  signatures: readonly string[];
}): boolean {
  const { secrets, content, encoding, signatures } = options;
  const right = secrets.map(secret => {
    const hmac = createHmac('sha256', secret);
    for (const part of content) hmac.update(part);
    return hmac.digest(encoding);
  });
  return signatures.map(signature => isAnyOf(signature, right)).includes(true);
}

/**
 * Whether a text, such as a token, equals one of the expected texts. Takes constant time.
 *
 * @public
 */
export function isAnyOf(text: string, right: readonly string[]): boolean {
  const given = Buffer.from(text);
  return right
    .map(each => {
      const wanted = Buffer.from(each);
      return given.length === wanted.length && timingSafeEqual(given, wanted);
    })
    .includes(true);
}
