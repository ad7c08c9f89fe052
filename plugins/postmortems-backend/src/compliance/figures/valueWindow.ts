/**
 * Some of the sorted values of a group, around their median. While few values are added or removed,
 * they are enough to find the new median.
 */
export interface ValueWindow {
  /** Number of values in the group. */
  count: number;
  /** Number of values before these. */
  below: number;
  /** Sorted, without gaps. */
  values: number[];
}

export const EMPTY: ValueWindow = { count: 0, below: 0, values: [] };

/** Number of values to keep. */
export const WINDOW_SIZE = 64;

/** The values that remain of each list without pairs of equal values in both. */
export function withoutPairs(
  added: number[],
  removed: number[],
): { added: number[]; removed: number[] } {
  const balance = new Map<number, number>();
  for (const value of added) balance.set(value, (balance.get(value) ?? 0) + 1);
  for (const value of removed) {
    balance.set(value, (balance.get(value) ?? 0) - 1);
  }
  const repeated = (sign: 1 | -1) =>
    [...balance].flatMap(([value, count]) =>
      Array<number>(Math.max(sign * count, 0)).fill(value),
    );
  return { added: repeated(1), removed: repeated(-1) };
}

/** The window after values were added and removed. */
export function updateWindow(
  { count, below, values }: ValueWindow,
  changes: { added: number[]; removed: number[] },
): ValueWindow {
  const lowest = below === 0 ? -Infinity : values[0];
  const highest =
    below + values.length === count ? Infinity : values[values.length - 1];
  const inside = (all: number[]) =>
    all.filter(value => value >= lowest && value <= highest);
  const { added: left, removed: missing } = withoutPairs(
    [...values, ...inside(changes.added)],
    inside(changes.removed),
  );
  const lower = (all: number[]) => all.filter(value => value < lowest).length;
  return {
    count: count + changes.added.length - changes.removed.length,
    below:
      below +
      lower(changes.added) -
      lower(changes.removed) -
      // Equal to the lowest, so they were before the window.
      missing.filter(value => value === lowest).length,
    values: left.sort((a, b) => a - b),
  };
}

/** @returns undefined if there are no values, or if the median is outside of the window */
export function medianOf({
  count,
  below,
  values,
}: ValueWindow): number | undefined {
  const middle = (count - 1) / 2 - below;
  const low: number | undefined = values[Math.floor(middle)];
  const high: number | undefined = values[Math.ceil(middle)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Whether the median is far enough inside for some more changes. */
export function isCentered({ count, below, values }: ValueWindow): boolean {
  const middle = (count - 1) / 2 - below;
  const margin = WINDOW_SIZE / 4;
  const lowEnough = below === 0 || middle >= margin;
  const highEnough =
    below + values.length === count || middle <= values.length - 1 - margin;
  return lowEnough && highEnough && values.length <= 2 * WINDOW_SIZE;
}
