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
  Deadline,
  Policy,
  Rule,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import { computeDeadline, ruleFor } from './computeDeadline';
import type { CalendarOverrides } from './computeDeadline';
import type { PolicyBook } from './PolicyBook';

/** The facts of an incident that decide its postmortem's deadline. */
export interface DecidingFacts {
  startedAt: Date;
  /** Absent while the incident goes on: no deadline runs then. */
  resolvedAt?: Date;
  /** Oldest first, at least one. */
  severityHistory: SeverityChange[];
  extension?: { dueAt: string };
  calendarOverrides?: CalendarOverrides;
}

/** What the policy says of an incident, as the store keeps it. */
export interface DeadlineFacts {
  governingSeverity: string;
  governingRank: number;
  /** Whether a rule covers the governing severity. */
  required: boolean;
  rule?: Rule;
  deadline?: Deadline;
  dueAt?: Date;
  /** When the warning window before the deadline begins. */
  warnAt?: Date;
  /** The policy that was in force when the incident started. */
  policy: Policy;
}

/** Judges an incident by the policy that was in force when it started. */
export function deadlineFacts(
  facts: DecidingFacts,
  book: PolicyBook,
): DeadlineFacts {
  const { startedAt, resolvedAt, severityHistory } = facts;
  const policy = book.policyFor(startedAt);
  const governingSeverity = book.severities.governing(severityHistory);
  const rule = ruleFor(policy, governingSeverity);
  const deadline =
    resolvedAt &&
    computeDeadline({
      resolvedAt,
      governingSeverity,
      policy,
      severityHistory,
      calendarOverrides: facts.calendarOverrides,
      extension: facts.extension,
    });
  const dueAt = deadline && new Date(deadline.dueAt);
  return {
    governingSeverity,
    governingRank: book.severities.rank(governingSeverity),
    required: rule !== undefined,
    rule,
    deadline,
    dueAt,
    warnAt:
      dueAt && new Date(dueAt.getTime() - policy.warnBeforeHours * 3_600_000),
    policy,
  };
}
