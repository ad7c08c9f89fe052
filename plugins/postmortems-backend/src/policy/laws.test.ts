import fc from 'fast-check';
import type {
  Due,
  Holidays,
  Policy,
} from 'backstage-plugin-postmortems-common';
import { computeDeadline } from './computeDeadline';
import { strictestDeadline } from './strictestDeadline';
import { localDate } from './localDays';
import { PolicyBook } from './PolicyBook';
import { SeverityScale } from './SeverityScale';

const HOUR = 3_600_000;

const scale = new SeverityScale(
  ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'].map(id => ({ id })),
);

/** Zones with every kind of clock change since 2012, and some without. */
const zone = fc.constantFrom(
  'UTC',
  'Africa/Cairo',
  'Africa/Casablanca',
  'America/Havana',
  'America/New_York',
  'America/Nuuk',
  'America/Santiago',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Asia/Pyongyang',
  'Asia/Tehran',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'Europe/London',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
);

/** Since 2010 no zone repeats a date; before, Newfoundland did every year. */
const instant = fc.date({
  min: new Date('2012-01-01T00:00:00Z'),
  max: new Date('2034-12-31T00:00:00Z'),
  noInvalidDate: true,
});

const gap = fc.integer({ min: 0, max: 10 * 24 * HOUR });

const holidays: fc.Arbitrary<Holidays | undefined> = fc.constantFrom(
  undefined,
  { country: 'US' },
  { country: 'GB', state: 'ENG' },
  { country: 'DE', state: 'BY', extra: ['2026-12-24'] },
  { country: 'AE' },
);

const workingDays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), {
  minLength: 1,
});

const count = fc.integer({ min: 1, max: 25 });
const byDayEnd: fc.Arbitrary<Due> = fc.oneof(
  count.map(calendarDays => ({ calendarDays })),
  count.map(businessDays => ({ businessDays })),
  count.map(hours => ({ hours })),
);
const exact: fc.Arbitrary<Due> = fc.oneof(
  count.map(calendarDays => ({ calendarDays, cutoff: 'exact' as const })),
  count.map(businessDays => ({ businessDays, cutoff: 'exact' as const })),
);
const anyDue = fc.oneof(byDayEnd, exact);

const calendar = fc.record({ timeZone: zone, workingDays, holidays });
type Calendar = Pick<Policy, 'timeZone' | 'workingDays' | 'holidays'>;

function deadlineOf(resolvedAt: Date, due: Due, days: Calendar) {
  return computeDeadline({
    resolvedAt,
    governingSeverity: 'SEV-1',
    policy: { ...days, rules: [{ severity: 'SEV-1', due }] },
  })!;
}

function dueAtOf(resolvedAt: Date, due: Due, days: Calendar): number {
  return Date.parse(deadlineOf(resolvedAt, due, days).dueAt);
}

const later = (date: Date, milliseconds: number) =>
  new Date(date.getTime() + milliseconds);

describe('the laws of deadlines', () => {
  it('a later resolution never gives an earlier deadline', () => {
    fc.assert(
      fc.property(
        instant,
        gap,
        byDayEnd,
        calendar,
        (resolvedAt, wait, due, days) => {
          expect(
            dueAtOf(later(resolvedAt, wait), due, days),
          ).toBeGreaterThanOrEqual(dueAtOf(resolvedAt, due, days));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('with cutoff exact a later resolution never gives an earlier due day', () => {
    fc.assert(
      fc.property(
        instant,
        gap,
        exact,
        calendar,
        (resolvedAt, wait, due, days) => {
          const [before, after] = [resolvedAt, later(resolvedAt, wait)].map(
            at => deadlineOf(at, due, days).explanation.dueDate,
          );
          expect(after >= before).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('nor, in calendar days, an earlier time by more than a clock change', () => {
    fc.assert(
      fc.property(
        instant,
        gap,
        count,
        zone,
        (resolvedAt, wait, calendarDays, timeZone) => {
          const due: Due = { calendarDays, cutoff: 'exact' };
          const days = { timeZone, workingDays: [1] };
          expect(
            dueAtOf(later(resolvedAt, wait + 2 * HOUR), due, days),
          ).toBeGreaterThanOrEqual(dueAtOf(resolvedAt, due, days));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each<[string, Due, string, string, number]>([
    [
      'before and after the same wall-clock hour comes again',
      { calendarDays: 3, cutoff: 'exact' },
      '2026-11-01T05:50:00Z',
      '2026-11-01T06:10:00Z',
      -40 * 60_000,
    ],
    [
      'late on Friday and early on Saturday, both due on Monday',
      { businessDays: 1, cutoff: 'exact' },
      '2026-03-14T02:00:00Z',
      '2026-03-14T05:00:00Z',
      -21 * HOUR,
    ],
  ])(
    'with cutoff exact the time of day alone decides within the due day: %s',
    (_what, due, a, b, difference) => {
      const days = {
        timeZone: 'America/New_York',
        workingDays: [1, 2, 3, 4, 5],
      };
      expect(
        dueAtOf(new Date(b), due, days) - dueAtOf(new Date(a), due, days),
      ).toBe(difference);
    },
  );

  it('a deadline is never before the resolution', () => {
    fc.assert(
      fc.property(instant, anyDue, calendar, (resolvedAt, due, days) => {
        expect(dueAtOf(resolvedAt, due, days)).toBeGreaterThan(
          resolvedAt.getTime(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('an additional holiday never gives an earlier deadline', () => {
    fc.assert(
      fc.property(
        instant,
        anyDue,
        calendar,
        fc.array(fc.integer({ min: -1, max: 40 }), { maxLength: 5 }),
        (resolvedAt, due, days, offsets) => {
          const extra = offsets.map(offset =>
            localDate(later(resolvedAt, offset * 24 * HOUR), days.timeZone),
          );
          const more = {
            ...days,
            holidays: {
              ...days.holidays,
              extra: [...(days.holidays?.extra ?? []), ...extra],
            },
          };
          expect(dueAtOf(resolvedAt, due, more)).toBeGreaterThanOrEqual(
            dueAtOf(resolvedAt, due, days),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('an additional day never gives an earlier deadline', () => {
    const more = (due: Due): Due => {
      if ('hours' in due) return { ...due, hours: due.hours + 1 };
      if ('calendarDays' in due) {
        return { ...due, calendarDays: due.calendarDays + 1 };
      }
      return { ...due, businessDays: due.businessDays + 1 };
    };
    fc.assert(
      fc.property(instant, anyDue, calendar, (resolvedAt, due, days) => {
        expect(dueAtOf(resolvedAt, more(due), days)).toBeGreaterThan(
          dueAtOf(resolvedAt, due, days),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('the explanation matches the result', () => {
    fc.assert(
      fc.property(instant, anyDue, calendar, (resolvedAt, due, days) => {
        const { dueAt, explanation } = deadlineOf(resolvedAt, due, days);
        expect(localDate(new Date(dueAt), days.timeZone)).toBe(
          explanation.dueDate,
        );
        expect(explanation.countedFrom).toBe(resolvedAt.toISOString());
        if ('hours' in due) return;

        const dates = explanation.days.map(({ date }) => date);
        const counted = explanation.days.filter(day => day.counts);
        expect(counted).toHaveLength(
          'calendarDays' in due ? due.calendarDays : due.businessDays,
        );
        expect(counted[counted.length - 1].date).toBe(explanation.dueDate);
        expect(dates[dates.length - 1]).toBe(explanation.dueDate);
        // Every date from the day after day 0, once.
        const dayZero = Date.parse(localDate(resolvedAt, days.timeZone));
        expect(dates).toEqual(
          dates.map((_, index) =>
            new Date(dayZero + (index + 1) * 24 * HOUR)
              .toISOString()
              .slice(0, 10),
          ),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('the laws of severities', () => {
  /** Rules that allow less severe incidents at least as much time. */
  const ordered = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), {
        minLength: 4,
        maxLength: 4,
      }),
      fc.constantFrom<(n: number) => Due>(
        hours => ({ hours }),
        calendarDays => ({ calendarDays }),
        businessDays => ({ businessDays }),
      ),
    )
    .map(([counts, due]) =>
      counts
        .sort((x, y) => x - y)
        .map((n, index) => ({
          severity: scale.definitions[index].id,
          due: due(n),
        })),
    );
  const book = fc.tuple(ordered, calendar).map(
    ([rules, days]) =>
      new PolicyBook(scale, [
        {
          policy: {
            ...days,
            rules,
            satisfiedBy: 'published',
            actionItemsToPublish: 'required',
            warnBeforeHours: 24,
          },
          actionItems: [],
        },
      ]),
  );
  const severities = fc.array(
    fc.constantFrom(...scale.definitions.map(({ id }) => id)),
    { minLength: 1, maxLength: 6 },
  );

  function judge(policies: PolicyBook, resolvedAt: Date, path: string[]) {
    const at = resolvedAt.toISOString();
    return strictestDeadline(
      {
        startedAt: resolvedAt,
        resolvedAt,
        severityHistory: path.map(severity => ({ severity, at })),
      },
      policies,
    );
  }

  it('another severity, higher or lower, never gives more time', () => {
    fc.assert(
      fc.property(
        book,
        instant,
        severities,
        severities,
        (policies, resolvedAt, path, more) => {
          const before = judge(policies, resolvedAt, path);
          const after = judge(policies, resolvedAt, [...path, ...more]);
          expect(after.dueAt!.getTime()).toBeLessThanOrEqual(
            before.dueAt!.getTime(),
          );
          expect(after.governingRank).toBeLessThanOrEqual(before.governingRank);
        },
      ),
    );
  });

  it('a lower severity changes nothing', () => {
    fc.assert(
      fc.property(
        book,
        instant,
        severities,
        severities,
        (policies, resolvedAt, path, more) => {
          const before = judge(policies, resolvedAt, path);
          const lower = more.filter(
            id => scale.rank(id) >= before.governingRank,
          );
          const after = judge(policies, resolvedAt, [...path, ...lower]);
          expect(after.governingSeverity).toBe(before.governingSeverity);
          expect(after.dueAt).toEqual(before.dueAt);
        },
      ),
    );
  });

  it('an incident never gets more time than the rule of any severity it had', () => {
    fc.assert(
      fc.property(book, instant, severities, (policies, resolvedAt, path) => {
        const dueAt = judge(policies, resolvedAt, path).dueAt!.getTime();
        for (const severity of path) {
          const alone = judge(policies, resolvedAt, [severity]).dueAt!;
          expect(dueAt).toBeLessThanOrEqual(alone.getTime());
        }
      }),
    );
  });

  it('an extension never gives less time than the rule', () => {
    fc.assert(
      fc.property(
        instant,
        instant,
        anyDue,
        calendar,
        (resolvedAt, extendedTo, due, days) => {
          const ruleDueAt = dueAtOf(resolvedAt, due, days);
          const extended = computeDeadline({
            resolvedAt,
            governingSeverity: 'SEV-1',
            policy: { ...days, rules: [{ severity: 'SEV-1', due }] },
            extension: { dueAt: extendedTo.toISOString() },
          })!;
          expect(Date.parse(extended.dueAt)).toBe(
            Math.max(ruleDueAt, extendedTo.getTime()),
          );
          expect(extended.originalDueAt).toBe(
            extendedTo.getTime() > ruleDueAt
              ? new Date(ruleDueAt).toISOString()
              : undefined,
          );
        },
      ),
    );
  });
});
