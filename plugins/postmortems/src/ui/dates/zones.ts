import { DateTime } from 'luxon';

/** A time in a zone; in the viewer's if omitted. */
export function inZone(time: string, zone: string | undefined): DateTime {
  return DateTime.fromISO(time, { zone: zone ?? 'local' });
}

/** Whether a time reads differently in its zone than in the viewer's. */
export function isForeign(time: DateTime): boolean {
  return time.offset !== time.toLocal().offset;
}

/** The name of the viewer's zone: `Europe/Berlin`. */
export function viewerZone(): string {
  return DateTime.local().zoneName;
}

/** The city of a zone: `New York`. */
export function placeOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replace(/_/g, ' ');
}

/** Adds the place of a time to its words, unless it is in the viewer's zone. */
export function withPlace(words: string, time: DateTime): string {
  return isForeign(time) ? `${words} (${placeOf(time.zoneName ?? '')})` : words;
}

/** The zone in which a day ends first, so that its end falls on that day in the other zones too. */
export function easternmost(zones: string[]): string | undefined {
  const offset = (zone: string) => DateTime.local({ zone }).offset;
  return [...zones].sort((a, b) => offset(b) - offset(a))[0];
}
