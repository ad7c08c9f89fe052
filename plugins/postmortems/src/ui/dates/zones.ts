import { DateTime } from 'luxon';

/** A time in a time zone, which defaults to the viewer's. */
export function inZone(time: string, zone: string | undefined): DateTime {
  return DateTime.fromISO(time, { zone: zone ?? 'local' });
}

/** Whether a time reads differently in its own time zone than in the viewer's. */
export function isForeign(time: DateTime): boolean {
  return time.offset !== time.toLocal().offset;
}

/** The viewer's time zone: `Europe/Berlin`. */
export function viewerZone(): string {
  return DateTime.local().zoneName;
}

/** A time zone's city: `New York`. */
export function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replace(/_/g, ' ');
}

/** Appends the city to a formatted time, unless it is in the viewer's time zone. */
export function withPlace(words: string, time: DateTime): string {
  return isForeign(time) ? `${words} (${placeOf(time.zoneName ?? '')})` : words;
}

/**
 * The time zone in which a day ends first, so that its end is on the same day in the other zones.
 */
export function easternmost(zones: string[]): string | undefined {
  const offset = (zone: string) => DateTime.local({ zone }).offset;
  return [...zones].sort((a, b) => offset(b) - offset(a))[0];
}
