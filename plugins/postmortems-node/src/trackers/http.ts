import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a signature such as `sha256=8f3a…` is the body's HMAC-SHA256. Takes constant time.
 *
 * @public
 */
export function isSignedWith(
  secret: string,
  body: Buffer,
  signature: string | string[] | undefined,
): boolean {
  if (typeof signature !== 'string') return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  );
  return given.length === right.length && timingSafeEqual(given, right);
}

/**
 * The seconds to wait according to `Retry-After`. A date is compared with the response's own
 * `Date`, so that clock differences don't matter.
 *
 * @param header - returns a header by name
 * @returns undefined without the header
 * @public
 */
export function retryAfterSeconds(
  header: (name: string) => string | null | undefined,
): number | undefined {
  const value = header('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const seconds = (Date.parse(value) - Date.parse(header('date') ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
