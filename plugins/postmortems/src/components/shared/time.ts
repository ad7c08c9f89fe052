/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The units in which amounts of time are shown. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** So many of one unit. */
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
 * A length of time in its largest unit, rounded down, so that what remains until a deadline is
 * never overstated. Anything shorter than a minute counts as one.
 *
 * Days are the largest unit unless `calendar` is set: of a deadline one counts the days.
 */
export function roughly(ms: number, options?: { calendar?: boolean }): Amount {
  const length = Math.abs(ms);
  const largest = options?.calendar ? units : units.slice(2);
  const found = largest.find(({ unit, length: one }) =>
    // Nobody says "1 month" on day 30: months begin at two, as "45 d" still tells more.
    unit === 'month' ? length >= 2 * one : length >= one,
  );
  return found
    ? { unit: found.unit, value: Math.floor(length / found.length) }
    : { unit: 'minute', value: 1 };
}

/** A length of time in its two largest units of days, hours and minutes; empty under a minute. */
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
