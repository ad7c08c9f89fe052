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
import type { ComplianceReport } from 'backstage-plugin-postmortems-common';
import { percentOnTime } from '../figures';

/** A quarter with what was due of the incidents that started in it. */
export interface Quarter {
  /** As the API spells it, such as `2026-Q3`. */
  key: string;
  met: number;
  due: number;
  /** Absent where nothing was due. */
  percent?: number;
}

/** The quarter that runs, the last one that is over, and the one before. */
export interface RecentQuarters {
  running: Quarter;
  last: Quarter;
  before: Quarter;
  /** By how many percentage points the last was better than the one before, if both had any due. */
  trend?: number;
}

/** The first day, in UTC, of the quarter so many before the one that runs. */
function quarterStart(now: number, ago: number): DateTime<true> {
  return DateTime.fromMillis(now, { zone: 'utc' })
    .startOf('quarter')
    .minus({ quarters: ago }) as DateTime<true>;
}

/** The day from which the last three quarters are asked for. */
export function startOfQuarters(now: number): string {
  return quarterStart(now, 2).toISODate();
}

/** The last three quarters of a report by quarter, which leaves out those without incidents. */
export function recentQuarters(
  report: Pick<ComplianceReport, 'groups'>,
  now: number,
): RecentQuarters {
  function quarter(ago: number): Quarter {
    const start = quarterStart(now, ago);
    const key = `${start.year}-Q${start.quarter}`;
    const figures = report.groups.find(group => group.key === key);
    return {
      key,
      met: figures?.counts.met ?? 0,
      due: figures?.due ?? 0,
      percent: figures && percentOnTime(figures),
    };
  }
  const [running, last, before] = [0, 1, 2].map(quarter);
  const trend =
    last.percent === undefined || before.percent === undefined
      ? undefined
      : last.percent - before.percent;
  return { running, last, before, trend };
}
