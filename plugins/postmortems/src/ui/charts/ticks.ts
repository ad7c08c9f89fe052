const MINUTE = 1;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Durations that a logarithmic axis can label, in minutes. */
const DURATIONS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  2 * DAY,
  7 * DAY,
  30 * DAY,
  120 * DAY,
  365 * DAY,
];

/** Whole numbers from 0 to at least `max`, at most five steps. */
export function wholeTicks(max: number): number[] {
  const top = Math.max(1, max);
  const magnitude = 10 ** Math.floor(Math.log10(top / 5));
  const step = Math.max(
    1,
    ...[1, 2, 5, 10]
      .map(factor => factor * magnitude)
      .filter(each => top / each <= 5)
      .slice(0, 1),
  );
  const ticks = [0];
  while (ticks.at(-1)! < top) ticks.push(ticks.at(-1)! + step);
  return ticks;
}

/**
 * Labels for a logarithmic axis, in minutes, that span all values. Values below a minute or above a
 * year are drawn at the ends of the axis.
 */
export function durationTicks(values: number[]): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const first = DURATIONS.findLastIndex(each => each <= low);
  const last = DURATIONS.findIndex(each => each >= high);
  const from = Math.min(Math.max(0, first), DURATIONS.length - 2);
  const to = last === -1 ? DURATIONS.length - 1 : Math.max(last, from + 1);
  return DURATIONS.slice(from, to + 1);
}
