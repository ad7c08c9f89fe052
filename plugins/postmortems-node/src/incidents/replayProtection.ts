/** Tolerated clock difference in seconds. Most vendors recommend this value. */
const TOLERANCE_SECONDS = 5 * 60;

/**
 * Whether a signed time, in seconds since the epoch, is recent. Prevents replay attacks.
 *
 * @public
 */
export function isRecent(seconds: string, now: Date): boolean {
  return (
    /^\d{1,12}$/.test(seconds) &&
    Math.abs(Number(seconds) - now.getTime() / 1_000) <= TOLERANCE_SECONDS
  );
}
