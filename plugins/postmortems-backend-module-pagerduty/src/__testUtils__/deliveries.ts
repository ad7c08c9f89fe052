import { createHmac } from 'node:crypto';

/** Webhooks as in PagerDuty's documentation. */

const HOST = 'https://acme.pagerduty.com';
const API = 'https://api.pagerduty.com';

export const user = (id: string, name: string) => ({
  html_url: `${HOST}/users/${id}`,
  id,
  self: `${API}/users/${id}`,
  summary: name,
  type: 'user_reference',
});

export const ADA = user('PADA001', 'Ada Obi');
export const BO = user('PBO0002', 'Bo Lindqvist');

export const service = (id: string, name: string) => ({
  html_url: `${HOST}/services/${id}`,
  id,
  self: `${API}/services/${id}`,
  summary: name,
  type: 'service_reference',
});

export const CHECKOUT = service('PF9KMXH', 'Checkout API');

export const priority = (name: string) => ({
  html_url: `${HOST}/account/incident_priorities`,
  id: `PRIO${name}`,
  self: `${API}/priorities/PRIO${name}`,
  summary: name,
  type: 'priority_reference',
});

export const reference = (id: string, summary: string | null = null) => ({
  html_url: `${HOST}/incidents/${id}`,
  id,
  self: `${API}/incidents/${id}`,
  summary,
  type: 'incident_reference',
});

/** An incident as in webhooks. */
export const anIncident = (more: object = {}) => ({
  id: 'PGR0VU2',
  type: 'incident',
  self: `${API}/incidents/PGR0VU2`,
  html_url: `${HOST}/incidents/PGR0VU2`,
  number: 2,
  status: 'triggered',
  incident_key: 'd3640fbd41094207a1c11e58e46b1662',
  created_at: '2026-03-10T09:14:00Z',
  title: 'Checkout returns 500s',
  incident_type: { name: 'incident_default' },
  service: CHECKOUT,
  assignees: [ADA],
  escalation_policy: {
    html_url: `${HOST}/escalation_policies/PUS0KTE`,
    id: 'PUS0KTE',
    self: `${API}/escalation_policies/PUS0KTE`,
    summary: 'Checkout on call',
    type: 'escalation_policy_reference',
  },
  teams: [],
  priority: priority('P3'),
  urgency: 'high',
  conference_bridge: null,
  resolve_reason: null,
  ...more,
});

/** A webhook of a type, at a time on the day of the incident or another. */
export const anEvent = (
  type: string,
  time: string,
  data: object,
  more: object = {},
) => ({
  event: {
    id: `01-${type}-${time}`,
    event_type: `incident.${type}`,
    resource_type: 'incident',
    occurred_at: time.includes('T') ? time : `2026-03-10T${time}Z`,
    agent: ADA,
    client: { name: 'PagerDuty' },
    data,
    ...more,
  },
});

export const ofIncident = { incident: reference('PGR0VU2') };

export const roleAssigned = (role: string, more: object = {}) => ({
  type: 'incident_role_assignment',
  incident_role_assignments: [
    {
      assignee: BO,
      id: 'af64b84c-137e-40c6-875c-5dd30a2afaaa',
      ...ofIncident,
      old_assignee: null,
      role: { id: 'P8PQO4R', summary: role, type: 'role_reference' },
      status: 'active',
      type: 'role_assignment_reference',
      ...more,
    },
  ],
});

/** One webhook of each relevant type. */
export const DELIVERIES = [
  anEvent(
    'triggered',
    '09:14:00.169',
    anIncident({
      conference_bridge: {
        conference_number: '+1 1234123412,,987654321#',
        conference_url: 'https://meet.example.com/1',
      },
    }),
    { agent: { ...CHECKOUT }, client: null },
  ),
  anEvent('acknowledged', '09:15:10.002', anIncident({ assignees: [] })),
  anEvent('unacknowledged', '09:20:00.000', anIncident()),
  anEvent('escalated', '09:21:00.000', anIncident({ assignees: [BO] }), {
    agent: null,
  }),
  anEvent('reassigned', '09:22:00.000', anIncident({ assignees: [BO] })),
  anEvent('delegated', '09:23:00.000', anIncident()),
  anEvent(
    'priority_updated',
    '09:24:00.000',
    anIncident({ priority: priority('P1') }),
  ),
  anEvent(
    'service_updated',
    '09:25:00.000',
    anIncident({ service: service('PDB0001', 'Orders database') }),
  ),
  anEvent(
    'incident_type.changed',
    '09:26:00.000',
    anIncident({ incident_type: { name: 'drill' } }),
  ),
  anEvent('annotated', '09:30:00.000', {
    ...ofIncident,
    id: 'P2LA89X',
    content: 'The **cache** was flushed',
    trimmed: false,
    type: 'incident_note',
  }),
  anEvent('status_update_published', '09:31:00.000', {
    ...ofIncident,
    id: 'P2LA89Y',
    message: 'A fix is being rolled out',
    trimmed: true,
    type: 'incident_status_update',
  }),
  anEvent('conference_bridge.updated', '09:32:00.000', {
    ...ofIncident,
    conference_numbers: [{ label: '', number: '+1-555-555-5555' }],
    conference_url: 'https://meet.example.com/2',
    type: 'incident_conference_bridge',
  }),
  anEvent('responder.added', '09:33:00.000', {
    ...ofIncident,
    user: BO,
    escalation_policy: null,
    message: 'Please help',
    state: 'pending',
    type: 'incident_responder',
  }),
  anEvent('responder.replied', '09:34:00.000', {
    ...ofIncident,
    user: BO,
    escalation_policy: null,
    message: 'Please help',
    state: 'accepted',
    type: 'incident_responder',
  }),
  anEvent('role.assigned', '09:35:00.000', roleAssigned('Incident Commander')),
  anEvent('resolved', '11:28:00.500', anIncident({ status: 'resolved' })),
  anEvent('reopened', '12:00:00.000', anIncident()),
];

/** Irrelevant webhooks. */
export const IGNORED = [
  {
    event: {
      id: '01CH754SM17TWPE2V2H4VPBRO7',
      event_type: 'pagey.ping',
      resource_type: 'pagey',
      occurred_at: '2026-03-10T09:14:00.000Z',
      agent: null,
      client: null,
      data: { message: 'Hello from your friend Pagey!', type: 'ping' },
    },
  },
  anEvent('task.created', '09:40:00.000', {
    ...ofIncident,
    id: 'PTASK01',
    name: 'Call the customer',
    type: 'incident_task',
  }),
  anEvent('workflow.started', '09:41:00.000', { ...ofIncident }),
  { event: { event_type: 'service.updated', data: CHECKOUT } },
  { event: { event_type: 'not.known.yet' } },
  { event: { event_type: 'toString' } },
  anEvent('responder.replied', '09:42:00.000', {
    ...ofIncident,
    user: BO,
    state: 'declined',
    type: 'incident_responder',
  }),
  anEvent(
    'role.assigned',
    '09:43:00.000',
    roleAssigned('Incident Commander', { assignee: null, old_assignee: BO }),
  ),
  anEvent(
    'role.assigned',
    '09:44:00.000',
    roleAssigned('Incident Commander', { status: 'inactive' }),
  ),
];

/**
 * An incident that was triggered at P3, raised to P1, resolved, reopened, resolved the next day,
 * and then lowered.
 */
export const RECORDED = [
  anEvent('triggered', '09:14:00.169', anIncident()),
  anEvent(
    'priority_updated',
    '09:24:11.805',
    anIncident({ priority: priority('P1'), status: 'acknowledged' }),
  ),
  anEvent(
    'resolved',
    '11:28:00.500',
    anIncident({ priority: priority('P1'), status: 'resolved', assignees: [] }),
  ),
  anEvent(
    'reopened',
    '23:02:40.041',
    anIncident({
      priority: priority('P1'),
      reopened_at: '2026-03-10T23:02:40Z',
    }),
  ),
  anEvent(
    'resolved',
    '2026-03-11T01:05:30.277Z',
    anIncident({ priority: priority('P1'), status: 'resolved', assignees: [] }),
  ),
  anEvent(
    'priority_updated',
    '2026-03-11T08:30:00.930Z',
    anIncident({ priority: priority('P3'), status: 'resolved', assignees: [] }),
  ),
];

/** The signature header for a body. */
export function signature(secret: string, body: Buffer | string): string {
  return `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
