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

import type { Due } from 'backstage-plugin-postmortems-common';
import type { ActionItemRule } from './PolicyBook';
import type { SeverityScale } from './SeverityScale';

/** The severities without configuration, the most severe first. */
export const DEFAULT_SEVERITIES = [
  { id: 'SEV-1', aliases: ['SEV1', 'P1', 'critical'] },
  { id: 'SEV-2', aliases: ['SEV2', 'P2', 'high'] },
  { id: 'SEV-3', aliases: ['SEV3', 'P3', 'medium'] },
  { id: 'SEV-4', aliases: ['SEV4', 'P4', 'low'] },
  { id: 'SEV-5', aliases: ['SEV5', 'P5', 'informational'] },
];

/*
 * Rules left out of the configuration go by rank, so that they hold for severities of any name.
 */

/** How many approvals a required postmortem takes to be published: somebody else has read it. */
export const DEFAULT_APPROVALS = 1;

/** By rank: 3 calendar days for the most severe, 5 business days for the next. */
export function defaultRules(severities: SeverityScale) {
  return byRank(severities, [{ calendarDays: 3 }, { businessDays: 5 }]);
}

/** By rank: 15 days for urgent action items after the most severe, 30 after the next. */
export function defaultActionItemRules(
  severities: SeverityScale,
): ActionItemRule[] {
  return byRank(severities, [{ calendarDays: 15 }, { calendarDays: 30 }]).map(
    rule => ({ ...rule, priorities: ['P0', 'P1'] }),
  );
}

function byRank(severities: SeverityScale, dues: Due[]) {
  return severities.definitions
    .slice(0, dues.length)
    .map(({ id }, index) => ({ severity: id, due: dues[index] }));
}
