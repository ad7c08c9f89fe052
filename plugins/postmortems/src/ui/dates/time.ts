const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type TimeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year';

export interface Amount {
  unit: TimeUnit;
  value: number;
}

const units: { unit: TimeUnit; length: number }[] = [
  { unit: 'year', length: 365 * DAY },
  { unit: 'month', length: 30 * DAY },
  { unit: 'day', length: DAY },
  { unit: 'hour', length: HOUR },
  { unit: 'minute', length: MINUTE },
];

/**
 * Rounds a duration down to its largest unit, so that the time left is never overstated. Less than
 * a minute counts as one minute.
 *
 * The largest unit is days, because deadlines are counted in days; `calendar` also allows months
 * and years.
 */
export function roughly(ms: number, options?: { calendar?: boolean }): Amount {
  const length = Math.abs(ms);
  const largest = options?.calendar ? units : units.slice(2);
  const found = largest.find(({ unit, length: one }) =>
    // Use months only from two months on, because "45 d" is more precise than "1 month".
    unit === 'month' ? length >= 2 * one : length >= one,
  );
  return found
    ? { unit: found.unit, value: Math.floor(length / found.length) }
    : { unit: 'minute', value: 1 };
}

/**
 * Splits a duration into its two largest units out of days, hours and minutes. Empty if it is less
 * than a minute.
 */
export function exactly(ms: number): Amount[] {
  let rest = Math.max(0, ms);
  const amounts = units.slice(2).map(({ unit, length }) => {
    const value = Math.floor(rest / length);
    rest -= value * length;
    return { unit, value };
  });
  const first = amounts.findIndex(amount => amount.value > 0);
  if (first === -1) return [];
  return amounts.slice(first, first + 2).filter(amount => amount.value > 0);
}
