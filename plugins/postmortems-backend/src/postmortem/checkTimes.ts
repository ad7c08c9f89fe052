import { InputError } from '@backstage/errors';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';

/** Times of an incident and its review. ISO 8601 with an offset. */
export interface IncidentTimes {
  startedAt: string;
  detectedAt?: string;
  mitigatedAt?: string;
  resolvedAt?: string;
  meetingHeldAt?: string;
  severityHistory: Pick<SeverityChange, 'at'>[];
}

/** An earlier time must be a typo in the year. */
const EARLIEST = '1970-01-01T00:00:00.000Z';

/** Tolerated clock difference, in milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

/**
 * Checks that an incident's times are plausible: none is in the future or before the start, it
 * isn't resolved before it is mitigated, and severities are in order.
 *
 * @throws InputError naming the field and what it must be
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

/** A field name and its time. */
export type Time = [field: string, time: string | undefined];

/** @throws InputError if the time is before the limit */
export function notBefore([field, time]: Time, [name, limit]: Time): void {
  if (time && limit && millis(time) < millis(limit)) {
    throw new InputError(
      `${field} must not be before ${name} (${limit}), got ${time}`,
    );
  }
}

/** @throws InputError if the time is in the future */
export function notInFuture([field, time]: Time, now: Date): void {
  if (time && millis(time) > now.getTime() + CLOCK_SKEW) {
    throw new InputError(`${field} must not be in the future, got ${time}`);
  }
}

function millis(time: string): number {
  return new Date(time).getTime();
}
