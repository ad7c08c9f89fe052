import { mockServices } from '@backstage/backend-test-utils';
import { dueDay, timeZoneOf } from './dueDay';
import { endOfDay } from './localDays';
import { readPolicyConfig } from './readPolicyConfig';

it.each([
  ['2026-03-26T03:59:59.999Z', 'America/New_York', '2026-03-25'],
  ['2026-03-26T09:59:59.999Z', 'Pacific/Honolulu', '2026-03-25'],
  ['2026-03-25T23:59:59.999Z', 'UTC', '2026-03-25'],
  ['2026-03-24T20:00:00.000Z', 'Asia/Tokyo', '2026-03-25'],
  ['2026-03-24T12:30:00.000Z', 'Pacific/Auckland', '2026-03-25'],
])('%s in %s is %s', (dueAt, zone, day) => {
  expect(dueDay(dueAt, zone)).toBe(day);
});

it.each(['America/Los_Angeles', 'UTC', 'Europe/Berlin', 'Pacific/Kiritimati'])(
  'is the day that ends then, all year round in %s',
  zone => {
    for (let month = 1; month <= 12; month++) {
      const day = `2026-${String(month).padStart(2, '0')}-28`;
      expect(dueDay(endOfDay(day, zone).toISOString(), zone)).toBe(day);
    }
  },
);

it('counts days where the team works, or else where the policy says', () => {
  const book = readPolicyConfig(
    mockServices.rootConfig({
      data: {
        postmortems: {
          policies: [
            {
              effectiveFrom: '2026-01-01',
              timeZone: 'America/New_York',
              rules: [{ severity: 'SEV-1', due: { calendarDays: 3 } }],
            },
          ],
        },
      },
    }),
  );
  const startedAt = '2026-03-10T09:00:00.000Z';
  expect(timeZoneOf({ startedAt }, book)).toBe('America/New_York');
  expect(
    timeZoneOf({ startedAt, calendar: { timeZone: 'Asia/Tokyo' } }, book),
  ).toBe('Asia/Tokyo');
});
