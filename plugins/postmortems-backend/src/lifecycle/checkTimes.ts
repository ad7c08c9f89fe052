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

/** How far ahead of this clock another's may be. */
const CLOCK_SKEW = 5 * 60_000;

/**
 * Checks that the times of an incident can be true: none in the future, none before the start,
 * not resolved before mitigated, and its severities in order of time.
 *
 * @throws InputError that names the field and what it must be
 */
export function checkTimes(times: IncidentTimes, now: Date): void {
  const { startedAt, detectedAt, mitigatedAt, resolvedAt, meetingHeldAt } =
    times;
  const after = {
    startedAt,
    detectedAt,
    mitigatedAt,
    resolvedAt,
    meetingHeldAt,
  };
  const changes = times.severityHistory.map(
    ({ at }, index) => [`severityHistory[${index}].at`, at] as const,
  );

  for (const [field, time] of [...Object.entries(after), ...changes]) {
    if (time && millis(time) > now.getTime() + CLOCK_SKEW) {
      throw new InputError(
        `${field} must not be in the future, but is ${time}`,
      );
    }
  }
  for (const [field, time] of Object.entries(after)) {
    notBefore([field, time], ['startedAt', startedAt]);
  }
  notBefore(['resolvedAt', resolvedAt], ['mitigatedAt', mitigatedAt]);
  for (const [index, change] of changes.slice(1).entries()) {
    notBefore(change, changes[index]);
  }
}

type Time = readonly [field: string, time: string | undefined];

function notBefore([field, time]: Time, [other, limit]: Time): void {
  if (time && limit && millis(time) < millis(limit)) {
    throw new InputError(
      `${field} must not be before ${other} (${limit}), but is ${time}`,
    );
  }
}

function millis(time: string): number {
  return new Date(time).getTime();
}
