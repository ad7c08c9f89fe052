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

/** A point in time as the browser's date and time field holds it, in the viewer's zone. */
export function toLocalInput(time: string | undefined): string {
  if (!time) return '';
  const local = DateTime.fromISO(time);
  return (
    local.toISO({
      includeOffset: false,
      suppressSeconds: true,
      suppressMilliseconds: true,
    }) ?? ''
  );
}

/** The point in time that was entered, in UTC; `undefined` while it is incomplete. */
export function fromLocalInput(value: string): string | undefined {
  const local = DateTime.fromISO(value);
  return local.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** The day of a point in time as the browser's date field holds it, in the viewer's zone. */
export function toLocalDate(time: string | undefined): string {
  return (time && DateTime.fromISO(time).toISODate()) || '';
}

/**
 * The end of the day that was entered, in UTC; `undefined` while it is incomplete.
 *
 * @param known - times that are taken as they are where they fall on that day: those of the
 *   policy end with a day of another zone
 */
export function endOfLocalDate(
  value: string,
  known: Array<string | undefined> = [],
): string | undefined {
  return (
    known.find(time => time !== undefined && toLocalDate(time) === value) ??
    DateTime.fromISO(value).endOf('day').toUTC().toISO() ??
    undefined
  );
}

/** The viewer's time zone in words, such as `Europe/Berlin (GMT+1)`. */
export function localZone(): string {
  const now = DateTime.local();
  return `${now.zoneName} (${now.offsetNameShort})`;
}
