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

import type { Postmortem } from 'backstage-plugin-postmortems-common';

/** The turning points of an incident. */
export type MilestoneKey = 'started' | 'detected' | 'mitigated' | 'resolved';

/** A turning point, and the time since the one before it. */
export interface Milestone {
  key: MilestoneKey;
  at: string;
  /** Milliseconds since the milestone before; absent for the first. */
  after?: number;
}

/** The milestones that are known, in order of time. */
export function milestonesOf(
  times: Pick<
    Postmortem,
    'startedAt' | 'detectedAt' | 'mitigatedAt' | 'resolvedAt'
  >,
): Milestone[] {
  const known: Milestone[] = [];
  const all: Array<[MilestoneKey, string | undefined]> = [
    ['started', times.startedAt],
    ['detected', times.detectedAt],
    ['mitigated', times.mitigatedAt],
    ['resolved', times.resolvedAt],
  ];
  for (const [key, at] of all) {
    if (at) known.push({ key, at });
  }
  // What mends itself can be mitigated before anyone notices.
  known.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return known.map((milestone, index) =>
    index === 0
      ? milestone
      : {
          ...milestone,
          after: Date.parse(milestone.at) - Date.parse(known[index - 1].at),
        },
  );
}
