import type {
  CountedDay,
  Deadline,
  Holidays,
  Policy,
  Rule,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import { countDays } from './countDays';
import { explainDeadline } from './explainDeadline';
import { createHolidayCalendar } from './holidayCalendar';
import { atTimeOfDay, endOfDay, localDate, localTimeOfDay } from './localDays';

/** The owning team's differences from the policy's calendar. */
export interface CalendarOverrides {
  timeZone?: string;
  holidays?: Holidays;
}

export interface DeadlineInput {
  resolvedAt: Date;
  governingSeverity: string;
  policy: Pick<Policy, 'timeZone' | 'workingDays' | 'holidays' | 'rules'>;
  calendarOverrides?: CalendarOverrides;
  /** If set, the explanation says how the incident reached its governing severity. */
  severityHistory?: SeverityChange[];
  extension?: { dueAt: string };
}

export function ruleFor(
  policy: Pick<Policy, 'rules'>,
  severity: string,
): Rule | undefined {
  return policy.rules.find(rule => rule.severity === severity);
}

/**
 * Computes the deadline for a resolved incident, with an explanation.
 *
 * @returns undefined if no rule covers the governing severity
 */
export function computeDeadline(input: DeadlineInput): Deadline | undefined {
  const { resolvedAt, policy, calendarOverrides, extension } = input;
  const rule = ruleFor(policy, input.governingSeverity);
  if (!rule) return undefined;

  const timeZone = calendarOverrides?.timeZone ?? policy.timeZone;
  const counted = applyRule({
    rule,
    resolvedAt,
    timeZone,
    workingDays: policy.workingDays,
    holidays: ownCalendar(policy.holidays, calendarOverrides?.holidays),
  });
  // An extension never shortens the time, even if the policy deadline has moved later since.
  const extendedTo = extension && new Date(extension.dueAt);
  const extended = extendedTo !== undefined && extendedTo > counted.dueAt;
  const dueAt = extended ? extendedTo : counted.dueAt;

  return {
    dueAt: dueAt.toISOString(),
    ...(extended && { originalDueAt: counted.dueAt.toISOString() }),
    rule,
    explanation: {
      sentence: explainDeadline({
        dueAt,
        counted,
        rule,
        resolvedAt,
        timeZone,
        severityHistory: input.severityHistory,
      }),
      timeZone,
      countedFrom: resolvedAt.toISOString(),
      dueDate: extended ? localDate(dueAt, timeZone) : counted.dueDate,
      days: counted.days,
    },
  };
}

/**
 * Replaces the policy's public holidays with the team's. The organization's extra and ignored dates
 * still apply, unless the team's calendar has its own.
 */
export function ownCalendar(
  policy: Holidays | undefined,
  team: Holidays | undefined,
): Holidays | undefined {
  return team
    ? { extra: policy?.extra, ignore: policy?.ignore, ...team }
    : policy;
}

/** The deadline that a rule sets, and the days counted. */
interface AppliedRule {
  dueAt: Date;
  dueDate: string;
  days: CountedDay[];
}

function applyRule(options: {
  rule: Rule;
  resolvedAt: Date;
  timeZone: string;
  workingDays: number[];
  holidays: Holidays | undefined;
}): AppliedRule {
  const { resolvedAt, timeZone, workingDays } = options;
  const { due } = options.rule;
  if ('hours' in due) {
    const dueAt = new Date(resolvedAt.getTime() + due.hours * 3_600_000);
    return { dueAt, dueDate: localDate(dueAt, timeZone), days: [] };
  }
  const days = countDays({
    from: localDate(resolvedAt, timeZone),
    due,
    workingDays,
    holidays: createHolidayCalendar(options.holidays),
  });
  const dueDate = days[days.length - 1].date;
  const dueAt =
    due.cutoff === 'exact'
      ? atTimeOfDay(dueDate, localTimeOfDay(resolvedAt, timeZone), timeZone)
      : endOfDay(dueDate, timeZone);
  return { dueAt, dueDate, days };
}
