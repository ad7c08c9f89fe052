import type { ComplianceReport } from 'backstage-plugin-postmortems-common';
import { recentQuarters, startOfQuarters } from './quarters';

/** A report by quarter with the numbers met and due. */
function report(quarters: Record<string, [met: number, due: number]>) {
  return {
    groups: Object.entries(quarters).map(([key, [met, due]]) => ({
      key,
      due,
      counts: { met },
    })),
  } as unknown as ComplianceReport;
}

describe('the last three quarters', () => {
  it('are in UTC, across the turn of the year', () => {
    // Still the old year west of Greenwich.
    const now = Date.parse('2026-12-31T20:00:00-05:00');
    expect(startOfQuarters(now)).toBe('2026-07-01');
    const { running, last, before } = recentQuarters(report({}), now);
    expect([running, last, before].map(({ key }) => key)).toEqual([
      '2027-Q1',
      '2026-Q4',
      '2026-Q3',
    ]);
  });

  it.each<
    [Record<string, [number, number]>, number | undefined, number | undefined]
  >([
    [{ '2026-Q3': [3, 4], '2026-Q2': [1, 2] }, 75, 25],
    [{ '2026-Q3': [1, 4], '2026-Q2': [1, 2] }, 25, -25],
    [{ '2026-Q3': [2, 4], '2026-Q2': [1, 2] }, 50, 0],
    [{ '2026-Q3': [2, 4] }, 50, undefined],
    [{ '2026-Q3': [2, 4], '2026-Q2': [0, 0] }, 50, undefined],
    [{ '2026-Q2': [1, 2] }, undefined, undefined],
  ])('of %j give %s percent and a trend of %s', (given, percent, trend) => {
    const quarters = recentQuarters(
      report(given),
      Date.parse('2026-11-23T12:00:00Z'),
    );
    expect(quarters.last.percent).toBe(percent);
    expect(quarters.trend).toBe(trend);
  });
});
