/** A share as a whole percentage, which is only 100 if it is all, and only 0 if it is none. */
export function wholePercent({ part, of }: { part: number; of: number }) {
  if (part === of) return 100;
  return Math.min(99, Math.max(part && 1, Math.round((100 * part) / of)));
}
