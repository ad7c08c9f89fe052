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

import type { ComplianceReport } from 'backstage-plugin-postmortems-common';
import { recentQuarters, startOfQuarters } from './quarters';

/** A report by quarter: of each, how many met and how many were due. */
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
  it('are those of UTC, over the turn of the year', () => {
    // Still the old year to the west of Greenwich.
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
