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

import type { FakeIncident } from './FakePagerDuty';
import { ADA, anIncident, priority } from './deliveries';

/** Incidents and their logs as the REST API has them. */

export function pastIncident(
  id: string,
  createdAt: string,
  more: object = {},
): FakeIncident {
  const { assignees: _, ...incident } = anIncident();
  return { ...incident, id, created_at: createdAt, ...more };
}

let number = 0;

/** An entry of a log, at a time of the day of the incident or of another. */
export const logEntry = (type: string, time: string, more: object = {}) => ({
  id: `R${++number}`,
  type: `${type}_log_entry`,
  summary: `Summary of ${type}`,
  created_at: time.includes('T') ? time : `2026-03-10T${time}Z`,
  agent: ADA,
  channel: { type: 'website' },
  contexts: [],
  ...more,
});

export const priorityChange = (time: string, from: string, to: string) =>
  logEntry('priority_change', time, {
    channel: {
      type: 'website',
      old_priority: priority(from),
      new_priority: priority(to),
    },
  });

/** The incident of the recorded webhooks, as it is in the end. */
export const RECORDED_INCIDENT = pastIncident(
  'PGR0VU2',
  '2026-03-10T09:14:00Z',
  {
    status: 'resolved',
    priority: priority('P3'),
    updated_at: '2026-03-11T08:30:00Z',
    last_status_change_at: '2026-03-11T01:05:30Z',
  },
);

/** Its log, newest first. */
export const RECORDED_LOG = [
  logEntry('trigger', '09:14:00', { agent: null }),
  logEntry('assign', '09:14:00', { agent: null, assignees: [ADA] }),
  priorityChange('09:24:11', 'P3', 'P1'),
  logEntry('resolve', '11:28:00'),
  logEntry('assign', '23:02:40', { assignees: [ADA] }),
  logEntry('resolve', '2026-03-11T01:05:30Z'),
  priorityChange('2026-03-11T08:30:00Z', 'P1', 'P3'),
].reverse();
