import type {
  CountedDay,
  Due,
  Rule,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import { plainTime } from './plainTime';
import type { PlainTime } from './plainTime';

/** Up to this many skipped days are listed one by one. */
const LISTED = 6;

/**
 * Explains a deadline in one sentence, such as: "Due Tue 1 Dec 2026, end of day (New York): 5
 * business days after resolution on Mon 23 Nov, for SEV-2; skips Thu 26 Nov (Thanksgiving Day), Sat
 * 28 Nov and Sun 29 Nov."
 */
export function explainDeadline(options: {
  dueAt: Date;
  counted: { dueAt: Date; days: CountedDay[] };
  rule: Rule;
  resolvedAt: Date;
  timeZone: string;
  severityHistory?: SeverityChange[];
}): string {
  const { dueAt, counted, rule, resolvedAt, timeZone } = options;
  const say = plainTime(timeZone, dueAt);
  const toTheMinute = 'hours' in rule.due || rule.due.cutoff === 'exact';

  return [
    `Due ${say.deadline(dueAt)} (${placeName(timeZone)}): `,
    counted.dueAt < dueAt
      ? `extended from ${say.deadline(counted.dueAt)}, which is `
      : '',
    `${amount(rule.due)} after resolution on `,
    toTheMinute ? say.moment(resolvedAt) : say.day(resolvedAt),
    `, for ${rule.severity}`,
    severityPath(options, say),
    skipped(counted.days, say),
    '.',
  ].join('');
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function amount(due: Due): string {
  if ('hours' in due) return plural(due.hours, 'hour');
  return 'calendarDays' in due
    ? plural(due.calendarDays, 'calendar day')
    : plural(due.businessDays, 'business day');
}

/** How the incident reached its governing severity; empty if it always had that severity. */
function severityPath(
  options: { rule: Rule; resolvedAt: Date; severityHistory?: SeverityChange[] },
  say: PlainTime,
): string {
  const { rule, resolvedAt } = options;
  const severityHistory = (options.severityHistory ?? []).filter(
    change => !change.declaredByMistake,
  );
  const reached = severityHistory.findIndex(
    change => change.severity === rule.severity,
  );
  if (reached === -1) return '';

  const notes: string[] = [];
  if (reached > 0) {
    const at = new Date(severityHistory[reached].at);
    const when =
      say.day(at) === say.day(resolvedAt)
        ? `at ${say.time(at)}`
        : `on ${say.moment(at)}`;
    notes.push(`raised from ${severityHistory[reached - 1].severity} ${when}`);
  }
  const latest = severityHistory[severityHistory.length - 1].severity;
  if (latest !== rule.severity) {
    notes.push(`later lowered to ${latest}, which doesn't extend the deadline`);
  }
  return notes.length > 0 ? ` (${notes.join('; ')})` : '';
}

/** The skipped days. Lists all if there are few, otherwise only the holidays, by name. */
function skipped(days: CountedDay[], say: PlainTime): string {
  const passedOver = days.filter(day => !day.counts);
  if (passedOver.length === 0) return '';

  const holidays = passedOver.filter(day => day.holiday);
  const named = passedOver.length <= LISTED ? passedOver : holidays;
  const unnamed = passedOver.length - named.length;
  return `; skips ${list([
    ...(unnamed > 0 ? [plural(unnamed, 'non-business day')] : []),
    ...named.map(({ date, holiday }) =>
      holiday ? `${say.date(date)} (${holiday})` : say.date(date),
    ),
  ])}`;
}

function list(names: string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** A readable name for a time zone: its city. */
function placeName(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replace(/_/g, ' ');
}
