import type { FakeIncident } from './FakePagerDuty';
import { ADA, anIncident, priority } from './deliveries';

/** Incidents and logs as in the REST API. */

export function pastIncident(
  id: string,
  createdAt: string,
  more: object = {},
): FakeIncident {
  const { assignees: _, ...incident } = anIncident();
  return { ...incident, id, created_at: createdAt, ...more };
}

let number = 0;

/** A log entry, at a time on the day of the incident or another. */
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

/** The final state of the incident in the recorded webhooks. */
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
