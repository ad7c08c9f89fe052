import { createHmac } from 'node:crypto';
import { describeIncidentSource } from 'backstage-plugin-postmortems-node/testUtils';
import { FireHydrantSource } from './FireHydrantSource';

const NOW = new Date('2026-03-10T12:00:00Z');
const SECRETS: [string, string] = ['hydrant-new', 'hydrant-old'];
const source = new FireHydrantSource({
  secrets: SECRETS,
  privateSecrets: ['hydrant-private'],
});
const sign = (body: Buffer, secret: string) => ({
  'fh-signature': createHmac('sha256', secret).update(body).digest('hex'),
});

const INCIDENT = {
  id: '8c1e6a34-3c7b-4a9e-9d9d-0f6f1a7a2b11',
  name: 'Checkout returns 500s',
  number: 42,
  created_at: '2026-03-10T09:14:33.633Z',
  started_at: '2026-03-10T09:12:00.000Z',
  discarded_at: null,
  current_milestone: 'started',
  milestones: [
    {
      id: 'm1',
      type: 'started',
      occurred_at: '2026-03-10T09:12:00.000Z',
      created_at: '2026-03-10T09:14:33.633Z',
      updated_at: '2026-03-10T09:14:33.633Z',
      duration: null,
    },
  ],
  active: true,
  severity: 'SEV1',
  priority: 'P1',
  tag_list: ['payments'],
  labels: { region: 'eu' },
  incident_type: { id: 't1', name: 'Outage' },
  incident_url: 'https://app.firehydrant.io/incidents/8c1e6a34/incident',
  services: [{ id: 's1', name: 'Checkout API' }],
  functionalities: [{ id: 'f1', name: 'Pay by card' }],
  environments: [{ id: 'e1', name: 'Production' }],
  impacts: [{ id: 'i1', type: 'service', impact: { id: 's1' } }],
  role_assignments: [
    {
      id: 'r1',
      status: 'active',
      incident_role: { id: 'c', name: 'Commander' },
      user: { id: 'u1', name: 'Ana Sol', email: 'ana@example.com' },
    },
    {
      id: 'r2',
      status: 'inactive',
      incident_role: { id: 's', name: 'Scribe' },
      user: { id: 'u2', name: 'Bo', email: 'bo@example.com' },
    },
  ],
};
const milestone = (type: string, time: string) => ({
  id: type,
  type,
  occurred_at: `2026-03-10T${time}:00.000Z`,
});
const ALL = [
  milestone('started', '09:12'),
  milestone('acknowledged', '09:20'),
  milestone('investigating', '09:22'),
  milestone('mitigated', '10:00'),
  milestone('resolved', '10:30'),
  milestone('postmortem_started', '11:00'),
];

const aDelivery = (incident: object = {}) => ({
  data: { incident: { ...INCIDENT, ...incident } },
});

async function tell(incident: object = {}, id?: string) {
  const body = Buffer.from(JSON.stringify(aDelivery(incident)));
  return (await source.parse({ id, body, receivedAt: NOW })).changes;
}
const only = async (kind: string, incident: object = {}, id?: string) =>
  (await tell(incident, id)).filter(change => change.kind === kind);

describeIncidentSource('FireHydrant', async () => ({
  source,
  secrets: SECRETS,
  now: NOW,
  sign: ({ body, secret }) => sign(body, secret),
  signatureHeader: 'fh-signature',
  signsBody: true,
  signsTime: false,
  deliveries: [
    aDelivery(),
    aDelivery({ current_milestone: 'resolved', milestones: ALL }),
    aDelivery({ id: 'I2', discarded_at: '2026-03-10T10:00:00Z' }),
  ],
  ignored: [{ data: { change_event: { id: '1' } } }, { data: { to_come: 1 } }],
}));

it('reads an incident as of its arrival', async () => {
  const at = NOW.toISOString();
  expect(await tell()).toMatchObject([
    { kind: 'declared', incident: INCIDENT.id, at: INCIDENT.created_at },
    {
      kind: 'described',
      at,
      title: 'Checkout returns 500s',
      url: INCIDENT.incident_url,
      private: false,
      labels: [
        'payments',
        'region:eu',
        'type:Outage',
        'environment:Production',
      ],
    },
    { kind: 'severity-changed', at, severity: 'SEV1' },
    {
      kind: 'services-changed',
      services: [
        { id: 's1', name: 'Checkout API' },
        { id: 'f1', name: 'Pay by card' },
      ],
    },
    {
      kind: 'person-assigned',
      person: { name: 'Ana Sol', email: 'ana@example.com' },
      role: 'Commander',
      commander: true,
    },
    {
      kind: 'times-changed',
      startedAt: '2026-03-10T09:12:00.000Z',
      resolvedAt: undefined,
    },
  ]);
  expect(await only('severity-changed', { severity: 'UNSET' })).toMatchObject([
    { severity: undefined },
  ]);
});

it.each([
  ['postmortem_started', ['09:20', '10:00', '10:30']],
  ['a_milestone_of_their_own', ['09:20', '10:00', '10:30']],
  ['mitigated', ['09:20', '10:00', undefined]],
  ['investigating', ['09:20', undefined, undefined]],
  ['started', [undefined, undefined, undefined]],
])('reads the times of an incident at %s', async (current, times) => {
  const [change] = await only('times-changed', {
    current_milestone: current,
    milestones: [...ALL].reverse(),
  });
  const [acknowledgedAt, mitigatedAt, resolvedAt] = times.map(
    time => time && `2026-03-10T${time}:00.000Z`,
  );
  expect(change).toMatchObject({ acknowledgedAt, mitigatedAt, resolvedAt });
});

it('counts the start of the retrospective as resolution', async () => {
  expect(
    await only('times-changed', {
      current_milestone: 'postmortem_started',
      milestones: [ALL[0], ALL[5]],
    }),
  ).toMatchObject([{ resolvedAt: '2026-03-10T11:00:00.000Z' }]);
});

it('cancels an archived incident', async () => {
  const discarded = { discarded_at: '2026-03-10T10:00:00Z' };
  expect(await only('cancelled', discarded)).toMatchObject([
    { at: '2026-03-10T10:00:00.000Z' },
  ]);
  expect(await only('cancelled')).toEqual([]);
});

it('marks an incident as private by the webhook secret', async () => {
  const body = Buffer.from(JSON.stringify(aDelivery()));
  const headers = sign(body, 'hydrant-private');
  const { id } = source.verify({ headers, body });
  expect(await only('described', {}, id)).toMatchObject([{ private: true }]);

  const open = source.verify({ headers: sign(body, SECRETS[0]), body });
  expect(await only('described', {}, open.id)).toMatchObject([
    { private: false },
  ]);
  expect(await only('described', { restricted: true })).toMatchObject([
    { private: true },
  ]);
});

it('takes the role of that name for the commander, whatever comes after it', async () => {
  const role = (name: string, email: string) => ({
    status: 'active',
    incident_role: { name },
    user: { name: email, email },
  });
  const role_assignments = [
    role('Commander', 'first.responder@example.com'),
    role('Ops Lead', 'second.responder@example.com'),
  ];
  expect(await only('person-assigned', { role_assignments })).toMatchObject([
    { person: { email: 'first.responder@example.com' }, commander: true },
    { role: 'Ops Lead', commander: false },
  ]);
});
