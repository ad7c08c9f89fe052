import { createHmac } from 'node:crypto';
import { describeIncidentSource } from 'backstage-plugin-postmortems-node/testUtils';
import { RootlySource } from './RootlySource';

const NOW = new Date('2026-03-10T12:00:00Z');
const SECRETS: [string, string] = ['rootly-new', 'rootly-old'];
const source = new RootlySource({ secrets: SECRETS, clock: () => NOW });

const INCIDENT = {
  id: 'b7eed587-50e6-44fe-b010-7a2bb05d737a',
  sequential_id: 19,
  title: 'Checkout returns 500s',
  slug: 'checkout-returns-500s',
  kind: 'normal',
  private: false,
  summary: null,
  status: 'started',
  url: 'https://rootly.com/account/incidents/19-checkout-returns-500s',
  short_url: null,
  severity: {
    id: '5e4d3c2b-1a09-8f7e-6d5c-4b3a2910fedc',
    name: 'SEV1',
    slug: 'sev1',
    severity: 'critical',
  },
  services: [{ id: '3f4e5d6c', name: 'API Gateway', slug: 'api-gateway' }],
  functionalities: [{ id: 'a1b2c3d4', name: 'Checkout', slug: 'checkout' }],
  environments: [{ id: '1e2f', name: 'Production', slug: 'production' }],
  roles: [
    {
      incident_role: { id: '1', name: 'Commander', slug: 'commander' },
      user: { id: 49, name: 'Ana Sol', email: 'ana@example.com' },
    },
    { incident_role: { name: 'Scribe' }, user: null },
  ],
  detected_at: '2026-03-10T02:14:00.000-07:00',
  acknowledged_at: null,
  started_at: '2026-03-10T02:12:00.000-07:00',
  mitigated_at: null,
  resolved_at: null,
  cancelled_at: null,
  cancellation_message: null,
  created_at: '2026-03-10T02:14:33.633-07:00',
  updated_at: '2026-03-10T02:14:40.000-07:00',
};

function aDelivery(type: string, incident: object = {}, issuedAt = '02:15') {
  return {
    event: {
      id: '9839c4ca-5e7b-416d-ad95-d09ae0c8eead',
      type,
      issued_at: `2026-03-10T${issuedAt}:00.000-07:00`,
    },
    data: { ...INCIDENT, ...incident },
  };
}

async function tell(...delivery: Parameters<typeof aDelivery>) {
  const body = Buffer.from(JSON.stringify(aDelivery(...delivery)));
  return (await source.parse({ body, receivedAt: NOW })).changes;
}
const only = async (kind: string, ...delivery: Parameters<typeof aDelivery>) =>
  (await tell(...delivery)).filter(change => change.kind === kind);

describeIncidentSource('Rootly', async () => ({
  source,
  secrets: SECRETS,
  now: NOW,
  sign({ body, secret, at }) {
    const t = Math.floor(at.getTime() / 1000);
    const hmac = createHmac('sha256', secret).update(String(t)).update(body);
    return { 'x-rootly-signature': `t=${t},v1=${hmac.digest('hex')}` };
  },
  signatureHeader: 'x-rootly-signature',
  signsBody: true,
  signsTime: true,
  deliveries: [
    aDelivery('incident.created'),
    aDelivery('incident.resolved', {
      status: 'resolved',
      mitigated_at: '2026-03-10T03:00:00Z',
      resolved_at: '2026-03-10T03:30:00Z',
    }),
    aDelivery('incident.cancelled', {
      id: 'I2',
      status: 'cancelled',
      cancelled_at: '2026-03-10T03:00:00Z',
      cancellation_message: 'A test alert',
      duplicate_incident_id: 'I1',
    }),
  ],
  ignored: [
    aDelivery('incident.in_triage', { status: 'in_triage', started_at: null }),
    aDelivery('incident.updated', { kind: 'scheduled' }),
    aDelivery('incident.scheduled.created', { kind: 'scheduled' }),
    aDelivery('alert.created'),
    aDelivery('incident_post_mortem.created'),
    aDelivery('incident.to.come'),
  ],
}));

it('reads an incident', async () => {
  expect(await tell('incident.created')).toMatchObject([
    { kind: 'declared', incident: INCIDENT.id, at: '2026-03-10T09:14:33.633Z' },
    {
      kind: 'described',
      at: '2026-03-10T09:15:00.000Z',
      title: 'Checkout returns 500s',
      url: INCIDENT.url,
      private: false,
      drill: false,
      labels: ['kind:normal', 'environment:production'],
    },
    { kind: 'severity-changed', severity: 'SEV1' },
    {
      kind: 'services-changed',
      services: [
        { id: '3f4e5d6c', name: 'API Gateway', otherIds: ['api-gateway'] },
        { id: 'a1b2c3d4', name: 'Checkout', otherIds: ['checkout'] },
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
});

it('reads all formats of severities and services', async () => {
  const service = { kind: 'services-changed', services: [{ name: 'API' }] };
  for (const [severity, api] of [
    ['SEV1', 'API'],
    [{ slug: 'SEV1' }, { name: 'API' }],
    [
      { data: { id: '1', attributes: { name: 'SEV1' } } },
      { data: { id: '2', attributes: { name: 'API', slug: 'api' } } },
    ],
  ]) {
    const more = { severity, services: [api], functionalities: [] };
    expect(await tell('incident.updated', more)).toMatchObject([
      {},
      {},
      { kind: 'severity-changed', severity: 'SEV1' },
      service,
      {},
      {},
    ]);
  }
  expect(
    await only('severity-changed', 'incident.updated', { severity: null }),
  ).toMatchObject([{ severity: undefined }]);
});

it('clears the resolution of a reopened incident', async () => {
  const times = {
    mitigated_at: '2026-03-10T10:00:00Z',
    resolved_at: '2026-03-10T11:00:00Z',
  };
  const read = async (status: string) => {
    const [change] = await only('times-changed', 'incident.updated', {
      ...times,
      status,
    });
    return [
      'mitigatedAt' in change && change.mitigatedAt,
      'resolvedAt' in change && change.resolvedAt,
    ];
  };
  const [mitigated, resolved] = Object.values(times).map(time =>
    new Date(time).toISOString(),
  );
  expect(await read('resolved')).toEqual([mitigated, resolved]);
  expect(await read('closed')).toEqual([mitigated, resolved]);
  expect(await read('mitigated')).toEqual([mitigated, undefined]);
  expect(await read('started')).toEqual([undefined, undefined]);
});

it('distinguishes other ends from a resolution', async () => {
  expect(
    await only('cancelled', 'incident.cancelled', {
      status: 'cancelled',
      cancelled_at: '2026-03-10T09:40:00Z',
      cancellation_message: 'A load test',
    }),
  ).toMatchObject([{ at: '2026-03-10T09:40:00.000Z', reason: 'A load test' }]);
  expect(await only('cancelled', 'incident.deleted')).toMatchObject([
    { at: '2026-03-10T09:15:00.000Z', reason: 'Deleted in Rootly' },
  ]);
  expect(
    await only('merged', 'incident.updated', { duplicate_incident_id: 'I1' }),
  ).toMatchObject([{ into: 'I1' }]);
  expect(await only('cancelled', 'incident.updated')).toEqual([]);
});

it.each([
  [{ kind: 'test' }, { drill: true }],
  [{ kind: 'example_sub' }, { drill: true }],
  [{ kind: 'normal_sub' }, { drill: false }],
  [{ private: true }, { private: true }],
])('reads %j as %j', async (incident, expected) => {
  expect(await only('described', 'incident.updated', incident)).toMatchObject([
    expected,
  ]);
});

it('takes the role of that name for the commander, whatever comes after it', async () => {
  const role = (name: string, email: string) => ({
    incident_role: { name },
    user: { name: email, email },
  });
  const roles = [
    role('Commander', 'first.responder@example.com'),
    role('Communications Lead', 'second.responder@example.com'),
    role('Deputy Commander', 'camel.case+ops@example.com'),
  ];
  const people = async (commanderRoles?: string[]) => {
    const { changes } = await new RootlySource({
      secrets: SECRETS,
      clock: () => NOW,
      commanderRoles,
    }).parse({
      body: Buffer.from(
        JSON.stringify(aDelivery('incident.updated', { roles })),
      ),
      receivedAt: NOW,
    });
    return changes.flatMap(change =>
      change.kind === 'person-assigned'
        ? [[change.role, change.commander]]
        : [],
    );
  };
  expect(await people()).toEqual([
    ['Commander', true],
    ['Communications Lead', false],
    ['Deputy Commander', false],
  ]);
  expect(await people(['communications lead', 'Commander'])).toEqual([
    ['Commander', false],
    ['Communications Lead', true],
    ['Deputy Commander', false],
  ]);
});
