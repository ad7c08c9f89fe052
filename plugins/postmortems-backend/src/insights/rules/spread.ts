import { FEWEST_FOR_MEDIAN } from 'backstage-plugin-postmortems-common';
import type { Spread } from 'backstage-plugin-postmortems-common';

/** The median and the 90th percentile, or the values themselves if they are few. */
export function spreadOf(values: number[]): Spread {
  // A typed array sorts numbers by size, and many times faster.
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  return n < FEWEST_FOR_MEDIAN
    ? { n, values: [...sorted] }
    : {
        n,
        median: quantile(sorted, 0.5),
        p90: quantile(sorted, 0.9),
        values: [],
      };
}

/** Interpolates linearly between closest ranks, as `percentile_cont` does. */
function quantile(sorted: Float64Array, share: number): number {
  const rank = (sorted.length - 1) * share;
  const low = sorted[Math.floor(rank)];
  const high = sorted[Math.ceil(rank)];
  return low + (high - low) * (rank - Math.floor(rank));
}
