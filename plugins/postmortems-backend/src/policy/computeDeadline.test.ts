import { deadlineSchema } from 'backstage-plugin-postmortems-common';
import type { Due } from 'backstage-plugin-postmortems-common';
import { assertExtensionLater } from './assertExtensionLater';
import { computeDeadline } from './computeDeadline';
import type { DeadlineInput } from './computeDeadline';

const NEW_YORK: DeadlineInput['policy'] = {
  timeZone: 'America/New_York',
  workingDays: [1, 2, 3, 4, 5],
  holidays: { country: 'US', state: 'NY', extra: ['2026-03-19'] },
  rules: [
    { severity: 'SEV-1', due: { calendarDays: 3 } },
    { severity: 'SEV-2', due: { businessDays: 5 } },
  ],
};

/** Friday 13 March 2026, 09:30 in New York. */
const RESOLVED = new Date('2026-03-13T13:30:00.000Z');

function compute(input: Partial<DeadlineInput> = {}) {
  const deadline = computeDeadline({
    resolvedAt: RESOLVED,
    governingSeverity: 'SEV-2',
    policy: NEW_YORK,
    ...input,
  });
  return deadline && deadlineSchema.parse(deadline);
}

function ruled(due: Due, timeZone = 'America/New_York') {
  return { ...NEW_YORK, timeZone, rules: [{ severity: 'SEV-2', due }] };
}

describe('computeDeadline', () => {
  it('computes the deadline with an explanation', () => {
    expect(compute()).toEqual({
      dueAt: '2026-03-24T03:59:59.999Z',
      rule: { severity: 'SEV-2', due: { businessDays: 5 } },
      explanation: {
        sentence:
          'Due Mon 23 Mar 2026, end of day (New York): 5 business days after resolution on Fri 13 Mar, for SEV-2; skips Sat 14 Mar, Sun 15 Mar, Thu 19 Mar (Extra day off), Sat 21 Mar and Sun 22 Mar.',
        timeZone: 'America/New_York',
        countedFrom: '2026-03-13T13:30:00.000Z',
        dueDate: '2026-03-23',
        days: [
          { date: '2026-03-14', counts: false, reason: 'day-off' },
          { date: '2026-03-15', counts: false, reason: 'day-off' },
          { date: '2026-03-16', counts: true, reason: 'working-day' },
          { date: '2026-03-17', counts: true, reason: 'working-day' },
          { date: '2026-03-18', counts: true, reason: 'working-day' },
          {
            date: '2026-03-19',
            counts: false,
            reason: 'holiday',
            holiday: 'Extra day off',
          },
          { date: '2026-03-20', counts: true, reason: 'working-day' },
          { date: '2026-03-21', counts: false, reason: 'day-off' },
          { date: '2026-03-22', counts: false, reason: 'day-off' },
          { date: '2026-03-23', counts: true, reason: 'working-day' },
        ],
      },
    });
  });

  it('returns undefined without a rule for the severity', () => {
    expect(compute({ governingSeverity: 'SEV-3' })).toBe(undefined);
  });

  it("uses the team's time zone and holidays, with the policy's extra dates", () => {
    const deadline = compute({
      calendarOverrides: {
        timeZone: 'Europe/Berlin',
        holidays: { country: 'DE', state: 'BY' },
      },
      resolvedAt: new Date('2026-12-23T12:00:00Z'),
      policy: {
        ...NEW_YORK,
        holidays: { country: 'US', state: 'NY', extra: ['2026-12-31'] },
      },
    });
    expect(deadline?.dueAt).toBe('2027-01-04T22:59:59.999Z');
    expect(deadline?.explanation.timeZone).toBe('Europe/Berlin');
    expect(deadline?.explanation.sentence).toBe(
      "Due Mon 4 Jan 2027, end of day (Berlin): 5 business days after resolution on Wed 23 Dec 2026, for SEV-2; skips 4 non-business days, Fri 25 Dec 2026 (Christmas Day), Thu 31 Dec 2026 (Extra day off) and Fri 1 Jan (New Year's Day).",
    );
  });

  it('omits the year only of dates in the year of the deadline', () => {
    expect(
      compute({
        resolvedAt: new Date('2026-12-30T15:00:00Z'),
        policy: ruled({ calendarDays: 3 }),
      })?.explanation.sentence,
    ).toBe(
      'Due Sat 2 Jan 2027, end of day (New York): 3 calendar days after resolution on Wed 30 Dec 2026, for SEV-2.',
    );
  });

  it('names holidays but only counts other days off if many are skipped', () => {
    expect(
      compute({ policy: ruled({ businessDays: 25 }, 'UTC') })?.explanation
        .sentence,
    ).toBe(
      'Due Mon 20 Apr 2026, end of day (UTC): 25 business days after resolution on Fri 13 Mar, for SEV-2; skips 12 non-business days and Thu 19 Mar (Extra day off).',
    );
  });

  it('counts hours exactly, whatever the cutoff', () => {
    const resolvedAt = new Date('2026-03-07T17:00:00.123Z');
    const deadline = compute({
      resolvedAt,
      policy: ruled({ hours: 36, cutoff: 'end-of-day' }),
    });
    expect(deadline?.dueAt).toBe('2026-03-09T05:00:00.123Z');
    expect(deadline?.explanation).toEqual({
      sentence:
        'Due Mon 9 Mar 2026, 01:00 (New York): 36 hours after resolution on Sat 7 Mar at 12:00, for SEV-2.',
      timeZone: 'America/New_York',
      countedFrom: '2026-03-07T17:00:00.123Z',
      dueDate: '2026-03-09',
      days: [],
    });
  });

  it('keeps the wall-clock time with cutoff exact', () => {
    const deadline = compute({
      policy: ruled({ businessDays: 1, cutoff: 'exact' }),
    });
    expect(deadline?.dueAt).toBe('2026-03-16T13:30:00.000Z');
    expect(deadline?.explanation.sentence).toBe(
      'Due Mon 16 Mar 2026, 09:30 (New York): 1 business day after resolution on Fri 13 Mar at 09:30, for SEV-2; skips Sat 14 Mar and Sun 15 Mar.',
    );
  });

  it('moves a wall-clock time that the due day skips forward', () => {
    expect(
      compute({
        resolvedAt: new Date('2026-03-05T07:30:00Z'),
        policy: ruled({ calendarDays: 3, cutoff: 'exact' }),
      })?.dueAt,
    ).toBe('2026-03-08T07:30:00.000Z');
  });

  it('uses the first of an ambiguous wall-clock time', () => {
    expect(
      compute({
        resolvedAt: new Date('2026-10-29T05:30:00Z'),
        policy: ruled({ calendarDays: 3, cutoff: 'exact' }),
      })?.dueAt,
    ).toBe('2026-11-01T05:30:00.000Z');
  });

  it('counts a date that the zone skipped, with zero length', () => {
    const on = (resolvedAt: string) =>
      compute({
        resolvedAt: new Date(resolvedAt),
        policy: ruled({ calendarDays: 3 }, 'Pacific/Apia'),
      });
    // From 27 December 12:00, due on the 30th, which was skipped: at the end of the 29th.
    expect(on('2011-12-27T22:00:00Z')?.explanation.dueDate).toBe('2011-12-30');
    expect(on('2011-12-27T22:00:00Z')?.dueAt).toBe('2011-12-30T09:59:59.999Z');
    // From 28 December 12:00, due on the 31st.
    expect(on('2011-12-28T22:00:00Z')?.dueAt).toBe('2011-12-31T09:59:59.999Z');
  });

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    'handles a mistyped year: %s',
    resolvedAt => {
      const input = {
        resolvedAt: new Date(resolvedAt),
        governingSeverity: 'SEV-2',
      };
      for (const policy of [NEW_YORK, ruled({ hours: 1 }, 'Asia/Tokyo')]) {
        const deadline = computeDeadline({ ...input, policy })!;
        expect(Date.parse(deadline.dueAt)).toBeGreaterThan(
          input.resolvedAt.getTime(),
        );
      }
    },
  );

  it.each([
    [
      'raised on the day of the resolution',
      [
        { severity: 'SEV-3', at: '2026-03-13T12:00:00Z' },
        { severity: 'SEV-2', at: '2026-03-13T13:10:00Z' },
      ],
      'for SEV-2 (raised from SEV-3 at 09:10); skips',
    ],
    [
      'raised on another day',
      [
        { severity: 'SEV-4', at: '2026-03-11T12:00:00Z' },
        { severity: 'SEV-3', at: '2026-03-11T13:00:00Z' },
        { severity: 'SEV-2', at: '2026-03-12T13:10:00Z' },
      ],
      'for SEV-2 (raised from SEV-3 on Thu 12 Mar at 09:10); skips',
    ],
    [
      'lowered',
      [
        { severity: 'SEV-2', at: '2026-03-13T12:00:00Z' },
        { severity: 'SEV-4', at: '2026-03-13T13:10:00Z' },
      ],
      "for SEV-2 (later lowered to SEV-4, which doesn't extend the deadline); skips",
    ],
    [
      'raised and lowered',
      [
        { severity: 'SEV-3', at: '2026-03-13T12:00:00Z' },
        { severity: 'SEV-2', at: '2026-03-13T13:00:00Z' },
        { severity: 'SEV-3', at: '2026-03-13T13:10:00Z' },
      ],
      "for SEV-2 (raised from SEV-3 at 09:00; later lowered to SEV-3, which doesn't extend the deadline); skips",
    ],
    [
      'the same all along',
      [{ severity: 'SEV-2', at: '2026-03-13T12:00:00Z' }],
      'for SEV-2; skips',
    ],
  ])(
    'explains how a severity was reached: %s',
    (_what, severityHistory, part) => {
      expect(compute({ severityHistory })?.explanation.sentence).toContain(
        part,
      );
    },
  );
});

describe('an extension', () => {
  it('moves the deadline and keeps the policy deadline', () => {
    const deadline = compute({
      extension: { dueAt: '2026-03-27T21:00:00.000Z' },
    });
    expect(deadline).toMatchObject({
      dueAt: '2026-03-27T21:00:00.000Z',
      originalDueAt: '2026-03-24T03:59:59.999Z',
    });
    expect(deadline?.explanation.dueDate).toBe('2026-03-27');
    expect(deadline?.explanation.days).toEqual(compute()?.explanation.days);
    expect(deadline?.explanation.sentence).toMatch(
      /^Due Fri 27 Mar 2026, 17:00 \(New York\): extended from Mon 23 Mar 2026, end of day, which is 5 business days after/,
    );
  });

  it('has no effect once the policy allows as much', () => {
    expect(compute({ extension: { dueAt: '2026-03-20T21:00:00Z' } })).toEqual(
      compute(),
    );
  });

  it('cannot be earlier than the policy deadline', () => {
    const rule = new Date('2026-03-24T03:59:59.999Z');
    expect(() => assertExtensionLater(rule, rule)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message:
          'dueAt must be later than the policy deadline, 2026-03-24T03:59:59.999Z',
      }),
    );
    expect(() =>
      assertExtensionLater(new Date('2026-03-24T04:00:00Z'), rule),
    ).not.toThrow();
  });
});
