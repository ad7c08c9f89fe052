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
  Outcome,
  Status,
} from 'backstage-plugin-postmortems-common';

/** The translation keys of values whose own spelling is no key. */

export const complianceStatusKeys = {
  overdue: 'overdue',
  'due-soon': 'dueSoon',
  'on-track': 'onTrack',
  pending: 'pending',
  met: 'met',
  late: 'late',
  waived: 'waived',
  'not-required': 'notRequired',
} as const satisfies Record<ComplianceStatus, string>;

export const statusKeys = {
  draft: 'draft',
  'in-review': 'inReview',
  published: 'published',
} as const satisfies Record<Status, string>;

export const outcomeKeys = {
  incident: 'incident',
  'false-alarm': 'falseAlarm',
} as const satisfies Record<Outcome, string>;
