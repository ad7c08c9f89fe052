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

import type { ComplianceStatus } from 'backstage-plugin-postmortems-common';

/** What decides the compliance status. The store keeps each of these as a column. */
export interface ComplianceFacts {
  /** Whether a rule covers the governing severity. */
  required: boolean;
  /** Absent while the incident is not resolved. */
  dueAt?: Date;
  /** When the warning window before the deadline begins. */
  warnAt?: Date;
  /** When it did what the policy asks: published, or review meeting held. */
  completedAt?: Date;
  /** Without `expiresAt` it never ends. */
  waiver?: { expiresAt?: Date };
}

/**
 * How a postmortem stands against the policy. The first status that applies, in the order of
 * the lines below, is the one.
 */
export function complianceStatus(
  facts: ComplianceFacts,
  now: Date,
): ComplianceStatus {
  const { required, dueAt, warnAt, completedAt, waiver } = facts;
  if (!required) return 'not-required';
  if (waiver && (!waiver.expiresAt || waiver.expiresAt > now)) return 'waived';
  if (!dueAt) return 'pending';
  if (completedAt) return completedAt <= dueAt ? 'met' : 'late';
  if (now > dueAt) return 'overdue';
  if (warnAt && now >= warnAt) return 'due-soon';
  return 'on-track';
}
