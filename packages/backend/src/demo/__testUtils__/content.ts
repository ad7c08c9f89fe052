import { resolve } from 'node:path';
import { DateTime } from 'luxon';
import type { DemoPostmortem } from '../demoPostmortem';
import { shiftDates } from '../shiftDates';

/** The folder with the demo's catalog and postmortems. */
export const demo = resolve(__dirname, '../../../demo');

export const guest = 'user:default/guest';

/** An arbitrary seeding time; a Monday, so that weekends are included. */
export const now = DateTime.fromISO('2026-11-23T12:00:00Z');

/** The document as the demo would import it at `now`. */
export function moved({ shift, postmortem }: DemoPostmortem) {
  return shift ? shiftDates(postmortem, shift, now) : postmortem;
}

/**
 * The governing severity. Found by sorting, because the default severities are in alphabetical
 * order.
 */
export function highest(document: DemoPostmortem['postmortem']): string {
  return [
    document.severity,
    ...(document.severityHistory ?? []).map(change => change.severity),
  ].sort()[0];
}

export function isFuture(time: string): boolean {
  return DateTime.fromISO(time) > now;
}
