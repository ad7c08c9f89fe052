import { timestampSchema } from 'backstage-plugin-postmortems-common';
import { DateTime, Duration } from 'luxon';
import type { DemoPostmortem, Shift } from './demoPostmortem';

type Document = DemoPostmortem['postmortem'];

/**
 * Shifts all times in a document so that its incident was resolved (or started) as long before
 * `now` as the shift says, to the minute. Action items are due at the end of the resulting day
 * (UTC), as under the policy's defaults. A sentence with the real date is added to the summary.
 */
export function shiftDates(
  document: Document,
  shift: Shift,
  now: DateTime,
): Document {
  const [anchor, ago] =
    'resolvedAgo' in shift
      ? [document.resolvedAt!, shift.resolvedAgo]
      : [document.startedAt, shift.startedAgo];
  const by = now
    .startOf('minute')
    .minus(Duration.fromISO(ago))
    .diff(DateTime.fromISO(anchor));

  const moved = mapTimestamps(
    document,
    time => DateTime.fromISO(time).plus(by).toUTC().toISO()!,
  ) as Document;
  const realDate = DateTime.fromISO(document.startedAt, {
    zone: 'utc',
    locale: 'en',
  }).toLocaleString(DateTime.DATE_FULL);
  const note = `The dates here were moved for the demo; the incident really began on ${realDate}.`;
  const summary = document.sections.summary;
  return {
    ...moved,
    actionItems: moved.actionItems.map(({ dueAt, ...item }) => ({
      ...item,
      ...(dueAt && { dueAt: endOfDay(dueAt) }),
    })),
    sections: {
      ...moved.sections,
      summary: summary ? `${summary.trimEnd()}\n\n${note}` : note,
    },
  };
}

function endOfDay(time: string): string {
  return DateTime.fromISO(time, { zone: 'utc' }).endOf('day').toISO()!;
}

/** Copies JSON data and maps every string that is a timestamp. */
function mapTimestamps(
  value: unknown,
  replace: (time: string) => string,
): unknown {
  if (Array.isArray(value)) {
    return value.map(each => mapTimestamps(each, replace));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        mapTimestamps(each, replace),
      ]),
    );
  }
  return timestampSchema.safeParse(value).success
    ? replace(value as string)
    : value;
}
