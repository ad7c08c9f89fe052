import { createHash, createHmac } from 'node:crypto';
import { describeIncidentSource } from 'backstage-plugin-postmortems-node/testUtils';
import { GrafanaIrmSource } from './GrafanaIrmSource';

const NOW = new Date('2026-03-10T12:00:00Z');
const SECRETS: [string, string] = ['irm-new', 'irm-old'];
const source = new GrafanaIrmSource({
  secrets: SECRETS,
  clock: () => NOW,
  baseUrl: 'https://acme.grafana.net',
  serviceLabels: ['service'],
});

const INCIDENT = {
  incidentID: '19',
  severity: 'critical',
  labels: [
    { key: 'service', label: 'checkout', description: '', colorHex: '' },
    { key: 'tags', label: 'payments', description: '', colorHex: '' },
    { label: 'service:gateway' },
  ],
  isDrill: false,
  createdTime: '2026-03-10T09:14:44.293367Z',
  modifiedTime: '2026-03-10T09:15:45.602445Z',
  createdByUser: {
    userID: 'grafana-incident:user-1',
    name: 'ana',
    photoURL: '',
  },
  closedTime: '',
  durationSeconds: 1,
  status: 'active',
  title: 'Checkout returns 500s',
  overviewURL: '/a/grafana-irm-app/incidents/19/checkout-returns-500s',
  roles: [
    {
      role: 'commander',
      description: '',
      maxPeople: 1,
      mandatory: true,
      important: true,
      user: { userID: 'grafana-incident:user-1', name: 'ana', photoURL: '' },
    },
    { role: 'investigator', user: null },
  ],
  taskList: { tasks: [], todoCount: 0, doneCount: 0 },
  summary: '',
  incidentStart: '2026-03-10T09:10:00Z',
  incidentEnd: '',
};

const aDelivery = (event: string, incident: object = {}) => ({
  version: 'v1.0.0',
  id: 'webhook-out-6409be79a7ee628da2a70dbe',
  source: '/grafana/incident',
  time: '2026-03-10T09:15:45Z',
  event,
  incident: { ...INCIDENT, ...incident },
});

async function tell(incident: object = {}) {
  const json = aDelivery('grafana.incident.updated.status', incident);
  const body = Buffer.from(JSON.stringify(json));
  return (await source.parse({ body, receivedAt: NOW })).changes;
}
const only = async (kind: string, incident: object = {}) =>
  (await tell(incident)).filter(change => change.kind === kind);

describeIncidentSource('Grafana IRM', async () => ({
  source,
  secrets: SECRETS,
  now: NOW,
  sign({ body, secret, at }) {
    const t = Math.floor(at.getTime() / 1000);
    const digest = createHash('sha256').update(body).digest('base64');
    const v1 = createHmac('sha256', secret)
      .update(`${digest}:${t}:v1`)
      .digest('hex');
    return { 'gi-signature': `t=${t},v1=${v1}` };
  },
  signatureHeader: 'gi-signature',
  signsBody: true,
  signsTime: true,
  deliveries: [
    aDelivery('grafana.incident.created'),
    aDelivery('grafana.incident.updated.severity', { severity: 'minor' }),
    aDelivery('grafana.incident.closed', {
      status: 'resolved',
      incidentEnd: '2026-03-10T10:00:00Z',
    }),
  ],
  ignored: [
    aDelivery('grafana.oncall.alert'),
    { event: 'to.come', incident: 7 },
  ],
}));

it('reads an incident', async () => {
  const at = '2026-03-10T09:15:45.602Z';
  expect(await tell()).toMatchObject([
    { kind: 'declared', incident: '19', at: '2026-03-10T09:14:44.293Z' },
    {
      kind: 'described',
      at,
      title: 'Checkout returns 500s',
      url: 'https://acme.grafana.net/a/grafana-irm-app/incidents/19/checkout-returns-500s',
      drill: false,
      labels: ['service:checkout', 'payments', 'service:gateway'],
    },
    { kind: 'severity-changed', at, severity: 'critical' },
    {
      kind: 'services-changed',
      services: [
        { id: 'checkout', name: 'checkout' },
        { id: 'gateway', name: 'gateway' },
      ],
    },
    {
      kind: 'person-assigned',
      person: { name: 'ana' },
      role: 'commander',
      commander: true,
    },
    {
      kind: 'times-changed',
      startedAt: '2026-03-10T09:10:00.000Z',
      resolvedAt: undefined,
    },
  ]);
});

it.each([
  [{ status: 'resolved', incidentEnd: '2026-03-10T10:00:00Z' }, '10:00'],
  [{ status: 'resolved', closedTime: '2026-03-10T10:05:00Z' }, '10:05'],
  [{ status: 'active', incidentEnd: '2026-03-10T10:00:00Z' }, undefined],
])('reads the resolution of an incident with %j', async (incident, time) => {
  expect(await only('times-changed', incident)).toMatchObject([
    { resolvedAt: time && `2026-03-10T${time}:00.000Z` },
  ]);
});

it('reads participants of newer versions', async () => {
  const incidentMembership = {
    assignments: [
      {
        roleID: 1,
        role: { roleID: 1, name: 'Commander' },
        user: { userID: '1', name: 'Ana Sol', email: 'ana@example.com' },
      },
    ],
  };
  expect(
    await only('person-assigned', { roles: undefined, incidentMembership }),
  ).toMatchObject([
    {
      person: { name: 'Ana Sol', email: 'ana@example.com' },
      role: 'Commander',
      commander: true,
    },
  ]);
});

it('reports private incidents', async () => {
  const isPrivate = async (incidentType?: string) =>
    (await only('described', { incidentType }))[0];
  expect(await isPrivate('private')).toMatchObject({ private: true });
  expect(await isPrivate('internal')).toMatchObject({ private: false });
  expect(await isPrivate()).toMatchObject({ private: false });
});

it('reports drills, and incidents without a severity', async () => {
  expect(await only('described', { isDrill: true })).toMatchObject([
    { drill: true },
  ]);
  expect(await only('severity-changed', { severity: 'pending' })).toMatchObject(
    [{ severity: undefined }],
  );
});

it('omits links without a configured URL', async () => {
  const homeless = new GrafanaIrmSource({
    secrets: SECRETS,
    clock: () => NOW,
    serviceLabels: [],
  });
  const body = Buffer.from(
    JSON.stringify(aDelivery('grafana.incident.created')),
  );
  const { changes } = await homeless.parse({ body, receivedAt: NOW });
  expect(changes[1]).toMatchObject({ kind: 'described', url: undefined });
});

it('takes the role of that name for the commander, whatever comes after it', async () => {
  const roles = ['deputy commander', 'commander', 'communications lead'].map(
    role => ({ role, user: { name: role } }),
  );
  expect(await only('person-assigned', { roles })).toMatchObject([
    { role: 'deputy commander', commander: false },
    { role: 'commander', commander: true },
    { role: 'communications lead', commander: false },
  ]);
});
