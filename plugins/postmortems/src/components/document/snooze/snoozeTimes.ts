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

import { DateTime } from 'luxon';

/** The hour at which a silence ends, in the viewer's zone. */
const HOUR = 9;

/** The morning so many days after a point in time. */
export function morningIn(days: number, now: DateTime): DateTime {
  return now.plus({ days }).startOf('day').set({ hour: HOUR });
}

/** The morning of a day as a date field holds it; undefined while it is none, or past. */
export function morningOf(date: string, now: DateTime): DateTime | undefined {
  const morning = DateTime.fromISO(date).set({ hour: HOUR });
  return morning.isValid && morning > now ? morning : undefined;
}
