import { DateTime } from 'luxon';
import { extensionDays } from './extensionDays';

const NEW_YORK = 'America/New_York';
const WEEK = { workingDays: [1, 2, 3, 4, 5] };

function days(
  dueAt: string | undefined,
  now: string,
  calendar: Parameters<typeof extensionDays>[2] = WEEK,
) {
  const found = extensionDays(dueAt, NEW_YORK, calendar, DateTime.fromISO(now));
  return Object.values(found).map(day => day.toISO());
}

it('counts from today in the zone of the deadline once the deadline has passed', () => {
  // Thursday evening in New York, Friday in UTC.
  expect(days('2026-03-02T04:59:59.999Z', '2026-03-13T02:00:00Z')).toEqual([
    '2026-03-13T23:59:59.999-04:00',
    '2026-03-17T23:59:59.999-04:00',
    '2026-03-19T23:59:59.999-04:00',
  ]);
});

it('counts from a deadline ahead, and skips days off', () => {
  const calendar = { ...WEEK, holidays: { extra: ['2026-03-23'] } };
  // Friday 20 March, end of day.
  expect(
    days('2026-03-21T03:59:59.999Z', '2026-03-13T02:00:00Z', calendar),
  ).toEqual([
    '2026-03-24T23:59:59.999-04:00',
    '2026-03-26T23:59:59.999-04:00',
    '2026-03-27T23:59:59.999-04:00',
  ]);
});
