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

import { InputError } from '@backstage/errors';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';

/** The times of an incident and its review, ISO 8601 with offset. */
export interface IncidentTimes {
  startedAt: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  meetingHeldAt?: string;
  severityHistory: Pick<SeverityChange, 'at'>[];
}

/** Before this, somebody mistyped the year. */
const EARLIEST = '1970-01-01T00:00:00.000Z';

/** How far ahead of this clock another's may be. */
const CLOCK_SKEW = 5 * 60_000;

/**
 * Checks that the times of an incident can be true: none in the future, none before the start,
 * not resolved before mitigated, and the severities in order of time.
 *
 * @throws InputError that names the field and what it must be
 */
export function checkTimes(times: IncidentTimes, now: Date): void {
  const { startedAt, detectedAt, mitigatedAt, resolvedAt, meetingHeldAt } =
    times;
  const changes = times.severityHistory.map(
    ({ at }, index): Time => [`severityHistory[${index}].at`, at],
  );
  const start: Time = ['startedAt', startedAt];
  const afterStart: Time[] = [
    ['detectedAt', detectedAt],
    ['mitigatedAt', mitigatedAt],
    ['resolvedAt', resolvedAt],
    ['meetingHeldAt', meetingHeldAt],
  ];

  for (const time of [start, ...afterStart, ...changes]) {
    notBefore(time, ['1970', EARLIEST]);
    notInFuture(time, now);
  }
  for (const time of afterStart) {
    notBefore(time, start);
  }
  notBefore(['resolvedAt', resolvedAt], ['mitigatedAt', mitigatedAt]);
  for (const [index, change] of changes.slice(1).entries()) {
    notBefore(change, changes[index]);
  }
}

/** The name of a field and the time in it. */
type Time = [field: string, time: string | undefined];

function notBefore([field, time]: Time, [name, limit]: Time): void {
  if (time && limit && millis(time) < millis(limit)) {
    throw new InputError(
      `${field} must not be before ${name} (${limit}), but is ${time}`,
    );
  }
}

function notInFuture([field, time]: Time, now: Date): void {
  if (time && millis(time) > now.getTime() + CLOCK_SKEW) {
    throw new InputError(`${field} must not be in the future, but is ${time}`);
  }
}

function millis(time: string): number {
  return new Date(time).getTime();
}
