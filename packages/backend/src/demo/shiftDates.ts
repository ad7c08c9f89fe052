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

import { timestampSchema } from 'backstage-plugin-postmortems-common';
import { DateTime, Duration } from 'luxon';
import type { DemoPostmortem, Shift } from './demoPostmortem';

type Document = DemoPostmortem['postmortem'];

/**
 * Moves every time in a document by the same amount, so that its incident was resolved (or
 * started) as long before `now` as the shift says, to the minute. Action items are then due at
 * the end of the day (UTC) on which that falls, as the policy's own proposals are. The summary
 * ends with a sentence that says that dates were moved and names the real one.
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

/** A copy of JSON data in which each string that as a whole is a timestamp has been replaced. */
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
