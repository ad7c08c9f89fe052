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

/** Words that several screens use. */
export const shared = {
  page: { title: 'Postmortems', new: 'New', notFound: 'There is no such page' },
  status: {
    draft: 'Draft',
    inReview: 'In review',
    published: 'Published',
  },
  outcome: {
    incident: 'Incident',
    falseAlarm: 'False alarm',
  },
  complianceStatus: {
    overdue: 'Overdue',
    dueSoon: 'Due soon',
    onTrack: 'On track',
    pending: 'Pending',
    met: 'Met',
    late: 'Late',
    waived: 'Waived',
    notRequired: 'Not required',
  },
  /** The same with the time that matters; statuses without one keep their word. */
  complianceTime: {
    overdue: 'Overdue {{time}}',
    dueSoon: 'Due in {{time}}',
    onTrack: 'Due in {{time}}',
    late: 'Late by {{time}}',
    pending: 'Pending',
    met: 'Met',
    waived: 'Waived',
    notRequired: 'Not required',
  },
  severity: {
    loweredTo: 'lowered to',
    lowered:
      'The severity was lowered to {{final}}; the deadline follows {{governing}}, the highest it ever was',
  },
  time: {
    minute: '{{value}} min',
    hour: '{{value}} h',
    day: '{{value}} d',
    month: '{{value}} mo',
    year: '{{value}} y',
    underAMinute: 'under 1 min',
    now: 'just now',
    ago: '{{amount}} ago',
    in: 'in {{amount}}',
  },
  entities: { more: '+{{value}}' },
  owner: {
    none: 'No owner',
    acknowledged: 'Acknowledged by the owner',
    waiting: '(has not acknowledged yet)',
  },
  state: {
    errorTitle: 'This could not be loaded',
    retry: 'Try again',
    forbiddenTitle: 'You may not see this',
    forbiddenText:
      'Your account lacks the permission to read postmortems. Whoever runs this portal can grant it.',
    notFoundTitle: 'Not found',
    notFoundText: 'It does not exist, or it was deleted.',
  },
} as const;
