import { DateTime } from 'luxon';
import { inZone } from '../dates/zones';

/** Converts a time to a `datetime-local` input's value, in the viewer's time zone. */
export function toLocalInput(time: string | undefined): string {
  if (!time) return '';
  const local = DateTime.fromISO(time);
  // Omits seconds. Otherwise, browsers would show an end of day as 23:59:59.999.
  return local.isValid ? local.toFormat("yyyy-MM-dd'T'HH:mm") : '';
}

/** Converts a `datetime-local` input's value to UTC; `undefined` while incomplete. */
export function fromLocalInput(value: string): string | undefined {
  const local = DateTime.fromISO(value);
  return local.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined;
}

/** Converts a time to a `date` input's value. */
export function toDate(time: string | undefined, zone?: string): string {
  return (time && inZone(time, zone).toISODate()) || '';
}

/**
 * Returns the end of the entered day in UTC; `undefined` while incomplete.
 *
 * @param known - times to keep if they fall on that day, such as an exact deadline
 */
export function endOfDate(
  value: string,
  zone: string | undefined,
  known: Array<string | undefined> = [],
): string | undefined {
  return (
    known.find(time => time !== undefined && toDate(time, zone) === value) ??
    inZone(value, zone).endOf('day').toUTC().toISO() ??
    undefined
  );
}

/** The viewer's time zone, such as `Europe/Berlin (GMT+1)`. */
export function localZone(): string {
  const now = DateTime.local();
  return `${now.zoneName} (${now.offsetNameShort})`;
}
