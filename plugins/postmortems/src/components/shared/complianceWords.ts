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

import type {
  ComplianceStatus,
  PostmortemSummary,
} from 'backstage-plugin-postmortems-common';

/** What the compliance status is computed from and shown with. */
export type ComplianceFacts = Pick<
  PostmortemSummary,
  'complianceStatus' | 'dueAt' | 'completedAt'
>;

/** Which words say how a postmortem stands, and the time that goes into them. */
export interface ComplianceWords {
  status: ComplianceStatus;
  /** The amount of time to name, in milliseconds; absent where the word stands alone. */
  ms?: number;
}

/**
 * How a postmortem stands, with the time that matters: until the deadline, since it passed, or
 * by how much it was missed.
 *
 * The server computed the status a moment ago and the page may stay open, so a deadline that
 * passed meanwhile turns "due" into "overdue" here too.
 */
export function complianceWords(
  facts: ComplianceFacts,
  now: number,
): ComplianceWords {
  const { complianceStatus, dueAt, completedAt } = facts;
  if (!dueAt) return { status: complianceStatus };
  const due = Date.parse(dueAt);

  switch (complianceStatus) {
    case 'on-track':
    case 'due-soon':
    case 'overdue':
      return now > due
        ? { status: 'overdue', ms: now - due }
        : {
            status:
              complianceStatus === 'overdue' ? 'due-soon' : complianceStatus,
            ms: due - now,
          };
    case 'late':
      return completedAt
        ? { status: 'late', ms: Date.parse(completedAt) - due }
        : { status: 'late' };
    default:
      return { status: complianceStatus };
  }
}
