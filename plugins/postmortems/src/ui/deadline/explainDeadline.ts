import { DateTime } from 'luxon';
import { placeOf } from '../dates/zones';
import type {
  CountedDay,
  Deadline,
  Due,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import type { TellText } from '../../texts/useTexts';

/** If more days were skipped than this, they aren't listed one by one. */
const LISTED = 6;

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/**
 * Explains a deadline in one sentence in the language of `t`, as the API does in English. Holiday
 * names come from the calendar and aren't translated.
 *
 * @param severityHistory - if set, the explanation says how the severity was reached
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
    place: placeOf(zone),
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

/** Formats times in the deadline's time zone. */
function wordsOfTime(options: {
  deadline: Deadline;
  t: TellText;
  locale: string | undefined;
}) {
  const { deadline, t } = options;
  const zone = deadline.explanation.timeZone;
  const locale = options.locale ?? 'en-GB';
  const local = (instant: string) =>
    DateTime.fromISO(instant, { zone }).setLocale(locale);
  const write = (time: DateTime, withYear: boolean) => {
    const text = time.toLocaleString(
      withYear ? { ...DAY, year: 'numeric' } : DAY,
    );
    // Matches the format of the API's English texts, which notifications use.
    return locale === 'en-GB' ? text.replace(',', '') : text;
  };
  const { year } = local(deadline.dueAt);
  const brief = (time: DateTime) => write(time, time.year !== year);

  const time = (instant: string) =>
    local(instant).toLocaleString(DateTime.TIME_SIMPLE);
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

/**
 * Describes how the incident reached its governing severity, unless it always had that severity.
 */
function severityPath(
  options: {
    deadline: Deadline;
    severityHistory?: SeverityChange[];
    t: TellText;
  },
  say: WordsOfTime,
): string {
  const { deadline, t } = options;
  const severityHistory = (options.severityHistory ?? []).filter(
    change => !change.declaredByMistake,
  );
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

/** Lists the skipped days: all of them if there are few, otherwise only the holidays, by name. */
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
