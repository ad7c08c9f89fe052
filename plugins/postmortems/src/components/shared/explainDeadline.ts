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
import type {
  CountedDay,
  Deadline,
  Due,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import type { TellText } from '../../translation';

/** Up to this many skipped days are listed one by one. */
const LISTED = 6;

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/**
 * Says in one sentence when a postmortem is due and how that was counted, as the API does in
 * English, in the language that `t` tells. Names of holidays are as the calendar has them.
 *
 * @param severityHistory - lets it say how the severity came to be
 */
export function explainDeadline(options: {
  deadline: Deadline;
  severityHistory?: SeverityChange[];
  t: TellText;
  locale: string | undefined;
}): string {
  const { deadline, t } = options;
  const { rule, originalDueAt, explanation } = deadline;
  const say = wordsOfTime(options);
  const toTheMinute = 'hours' in rule.due || rule.due.cutoff === 'exact';
  const resolvedAt = explanation.countedFrom;
  const zone = explanation.timeZone;

  const values = {
    due: say.deadline(deadline.dueAt),
    // The city of a zone is what people call it by.
    place: zone.slice(zone.lastIndexOf('/') + 1).replace(/_/g, ' '),
    amount: amount(rule.due, t),
    resolved: toTheMinute ? say.moment(resolvedAt) : say.day(resolvedAt),
    severity: rule.severity,
    path: severityPath(options, say),
    skips: skipped(explanation.days, say, options),
  };
  return originalDueAt
    ? t('document.deadline.sentence.extended', {
        ...values,
        original: say.deadline(originalDueAt),
      })
    : t('document.deadline.sentence.due', values);
}

function amount(due: Due, t: TellText): string {
  if ('hours' in due) {
    return t('document.deadline.sentence.hours', { count: due.hours });
  }
  return 'calendarDays' in due
    ? t('document.deadline.sentence.calendarDays', { count: due.calendarDays })
    : t('document.deadline.sentence.businessDays', { count: due.businessDays });
}

type WordsOfTime = ReturnType<typeof wordsOfTime>;

/** Times as clocks in the zone of the deadline show them. */
function wordsOfTime(options: {
  deadline: Deadline;
  t: TellText;
  locale: string | undefined;
}) {
  const { deadline, t } = options;
  const zone = deadline.explanation.timeZone;
  // In English they are written as in the sentence of the API, which people get in messages.
  const locale =
    !options.locale || options.locale.startsWith('en')
      ? 'en-GB'
      : options.locale;
  const local = (instant: string) =>
    DateTime.fromISO(instant, { zone }).setLocale(locale);
  const write = (time: DateTime, withYear: boolean) => {
    const text = time.toLocaleString(
      withYear ? { ...DAY, year: 'numeric' } : DAY,
    );
    return locale === 'en-GB' ? text.replace(',', '') : text;
  };
  const { year } = local(deadline.dueAt);
  const brief = (time: DateTime) => write(time, time.year !== year);

  const time = (instant: string) =>
    local(instant).toLocaleString(DateTime.TIME_24_SIMPLE);
  const day = (instant: string) => brief(local(instant));
  const date = (isoDate: string) =>
    brief(DateTime.fromISO(isoDate, { zone: 'utc', locale }));
  const moment = (instant: string) =>
    t('document.deadline.sentence.moment', {
      day: day(instant),
      time: time(instant),
    });
  const until = (instant: string) =>
    t('document.deadline.sentence.until', {
      day: write(local(instant), true),
      time: time(instant),
    });
  const deadlineAt = (instant: string) => {
    const at = local(instant);
    const isLastOfDay = !at.plus(1).hasSame(at, 'day');
    return isLastOfDay
      ? t('document.deadline.sentence.endOfDay', { day: write(at, true) })
      : until(instant);
  };
  return { locale, time, day, date, moment, deadline: deadlineAt };
}

/** How the incident came to its governing severity, where it did not have it all along. */
function severityPath(
  options: {
    deadline: Deadline;
    severityHistory?: SeverityChange[];
    t: TellText;
  },
  say: WordsOfTime,
): string {
  const { deadline, severityHistory = [], t } = options;
  const { severity } = deadline.rule;
  const reached = severityHistory.findIndex(each => each.severity === severity);
  if (reached === -1) return '';

  const notes: string[] = [];
  if (reached > 0) {
    const { at } = severityHistory[reached];
    const from = severityHistory[reached - 1].severity;
    notes.push(
      say.day(at) === say.day(deadline.explanation.countedFrom)
        ? t('document.deadline.sentence.raisedAt', { from, time: say.time(at) })
        : t('document.deadline.sentence.raisedOn', {
            from,
            moment: say.moment(at),
          }),
    );
  }
  const latest = severityHistory[severityHistory.length - 1].severity;
  if (latest !== severity) {
    notes.push(t('document.deadline.sentence.lowered', { to: latest }));
  }
  return notes.length > 0 ? ` (${notes.join('; ')})` : '';
}

/** The days passed over: each one if they are few, otherwise only the holidays by name. */
function skipped(
  days: CountedDay[],
  say: WordsOfTime,
  { t }: { t: TellText },
): string {
  const passedOver = days.filter(day => !day.counts);
  if (passedOver.length === 0) return '';

  const holidays = passedOver.filter(day => day.holiday);
  const named = passedOver.length <= LISTED ? passedOver : holidays;
  const unnamed = passedOver.length - named.length;
  const names = [
    ...(unnamed > 0
      ? [t('document.deadline.sentence.daysOff', { count: unnamed })]
      : []),
    ...named.map(({ date, holiday }) =>
      holiday ? `${say.date(date)} (${holiday})` : say.date(date),
    ),
  ];
  const list = new Intl.ListFormat(say.locale).format(names);
  return t('document.deadline.sentence.skips', { days: list });
}
