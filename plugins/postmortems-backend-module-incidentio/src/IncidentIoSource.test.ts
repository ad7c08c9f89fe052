import { createHmac } from 'node:crypto';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import { describeIncidentSource } from 'backstage-plugin-postmortems-node/testUtils';
import { FakeIncidentIo } from './__testUtils__/FakeIncidentIo';
import {
  aBareIncident,
  anIncident,
  anUpdate,
  aStatusWebhook,
  aWebhook,
  status,
  time,
  timestamp,
} from './__testUtils__/payloads';
import { IncidentIoClient } from './IncidentIoClient';
import { IncidentIoSource } from './IncidentIoSource';

const NOW = new Date('2026-03-10T12:00:00Z');
const SECRETS: [string, string] = [
  `whsec_${Buffer.from('the new secret').toString('base64')}`,
  `whsec_${Buffer.from('the old secret').toString('base64')}`,
];
const UPDATED = 'public_incident.incident_updated_v2';

const aSource = (more: object = {}) =>
  new IncidentIoSource({
    secrets: SECRETS,
    clock: () => NOW,
    entityKinds: {},
    timestamps: {
      startedAt: ['impact started'],
      acknowledgedAt: ['accepted at'],
      mitigatedAt: ['fixed at'],
      resolvedAt: ['resolved at'],
    },
    ...more,
  });

async function tell(
  json: object,
  source = aSource(),
): Promise<IncidentChange[]> {
  const { changes } = await source.parse(
    { body: Buffer.from(JSON.stringify(json)), receivedAt: NOW },
    {
      signal: new AbortController().signal,
      incidentsOf: async () => [],
      severityOf: () => undefined,
    },
  );
  return changes;
}
const ofKind = (changes: IncidentChange[], ...kinds: string[]) =>
  changes.filter(({ kind }) => kinds.includes(kind));

const signed = {
  secrets: SECRETS,
  now: NOW,
  sign({ body, secret, at }: { body: Buffer; secret: string; at: Date }) {
    const t = String(Math.floor(at.getTime() / 1000));
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const hmac = createHmac('sha256', key).update(`msg_1.${t}.`).update(body);
    return {
      'webhook-id': 'msg_1',
      'webhook-timestamp': t,
      'webhook-signature': `v1,${hmac.digest('base64')}`,
    };
  },
  signatureHeader: 'webhook-signature',
  signsBody: true,
  signsTime: true,
  several: (signatures: string[]) => signatures.join(' '),
  ignored: [
    aWebhook('public_incident.incident_created_v2', anIncident('triage')),
    aWebhook(UPDATED, anIncident('declined')),
    aWebhook('public_incident.follow_up_created_v1', { id: '1' }),
    aWebhook('private_incident.membership_granted_v1', { incident_id: '1' }),
    aWebhook('to.come_v9', { id: '1' }),
  ],
};

describeIncidentSource('incident.io without an API key', async () => ({
  ...signed,
  source: aSource(),
  deliveries: [
    aWebhook(
      'public_incident.incident_created_v2',
      anIncident('closed', {
        incident_timestamp_values: [timestamp('Resolved at', '09:58')],
      }),
    ),
    aWebhook(UPDATED, aBareIncident('canceled', { id: 'I2' })),
    aWebhook('public_incident.incident_status_updated_v2', {
      incident: aBareIncident('closed'),
      previous_status: status('live'),
      new_status: status('closed'),
    }),
  ],
}));

describeIncidentSource('incident.io with an API key', async () => {
  const fake = new FakeIncidentIo();
  const baseUrl = await fake.server.start();
  fake.incidents = [
    anIncident('closed'),
    anIncident('live', { id: 'I2' }),
    anIncident('declined', { id: 'I3' }),
    anIncident('canceled', { id: 'I4' }),
    anIncident('live', { id: 'I5', created_at: '2026-03-09T00:00:00Z' }),
  ];
  fake.updates = [
    anUpdate('09:20', { new_severity: { name: 'Critical' } }),
    anUpdate('09:30', { message: 'Rolled back' }),
    anUpdate('09:40', { new_incident_status: status('closed') }),
  ];
  const client = new IncidentIoClient({ apiKey: fake.apiKey, baseUrl });
  return {
    ...signed,
    source: aSource({ client }),
    deliveries: [
      aWebhook('private_incident.incident_created_v2', { id: 'I2' }),
      aWebhook('private_incident.incident_updated_v2', { id: 'I4' }),
    ],
    ignored: [
      ...signed.ignored.slice(2),
      aWebhook(UPDATED, anIncident('declined', { id: 'I3' })),
    ],
    backfillSince: new Date('2026-03-10T00:00:00Z'),
    stop: () => fake.server.stop(),
  };
});

it('reads an incident', async () => {
  const at = time('10:00');
  expect(await tell(aWebhook(UPDATED, anIncident('live')))).toMatchObject([
    {
      kind: 'declared',
      incident: '01FDAG4SAP5TYPT98WGR2N7W91',
      at: time('09:14'),
    },
    {
      kind: 'described',
      at,
      title: 'Checkout returns 500s',
      url: 'https://app.incident.io/incidents/42',
      private: false,
      drill: false,
      labels: ['type:Production', 'mode:standard'],
    },
    { kind: 'severity-changed', at, severity: 'Major' },
    {
      kind: 'services-changed',
      services: [
        {
          id: '01CATALOG1',
          name: 'Checkout',
          otherIds: ['default/Checkout-API', 'checkout'],
          entityRef: undefined,
        },
        { id: '01TEAM', name: 'Payments' },
      ],
    },
    {
      person: { name: 'Ana Sol', email: 'ana@example.com' },
      role: 'Incident Lead',
      commander: true,
    },
    {
      person: { name: 'Bo Li' },
      role: 'Communications Lead',
      commander: false,
    },
    {
      kind: 'times-changed',
      startedAt: time('09:05'),
      acknowledgedAt: time('09:16'),
      mitigatedAt: time('09:50'),
      resolvedAt: undefined,
    },
  ]);
});

it.each([
  ['private', { visibility: 'private' }, { private: true }],
  ['a test', { mode: 'test' }, { drill: true }],
  ['made later', { mode: 'retrospective' }, { drill: false }],
])('reads an incident that is %s', async (_, incident, expected) => {
  const changes = await tell(aWebhook(UPDATED, anIncident('live', incident)));
  expect(ofKind(changes, 'described')).toMatchObject([expected]);
});

describe('services', () => {
  const servicesWith = async (options: object) => {
    const webhook = aWebhook(UPDATED, anIncident('live'));
    const [change] = ofKind(
      await tell(webhook, aSource(options)),
      'services-changed',
    );
    return 'services' in change && change.services;
  };

  it('come from the fields that the incident.io plugin uses', async () => {
    expect(
      await servicesWith({
        serviceFields: ['F-COMPONENT'],
        entityKinds: { 'F-COMPONENT': 'component' },
      }),
    ).toMatchObject([{ entityRef: 'component:default/checkout-api' }]);
  });

  it('come from the configured fields', async () => {
    expect(
      await servicesWith({ serviceFields: ['Product', 'F-TEAM', 'Ticket'] }),
    ).toMatchObject([
      { id: '01TEAM', name: 'Payments' },
      { id: '01OPTION', name: 'Shop' },
    ]);
  });
});

describe('without an API key', () => {
  const closed = [timestamp('Resolved at', '09:58')];

  it('uses editable timestamps if they are complete', async () => {
    const read = async (category: string, values: object[]) => {
      const incident = anIncident(category, {
        incident_timestamp_values: values,
      });
      return ofKind(await tell(aWebhook(UPDATED, incident)), 'times-changed');
    };
    expect(await read('closed', closed)).toMatchObject([
      { resolvedAt: time('09:58') },
    ]);
    expect(await read('live', closed)).toMatchObject([
      { resolvedAt: undefined },
    ]);
    expect(await read('learning', [])).toEqual([]);
  });

  it('detects resolving and reopening by status', async () => {
    const steps = async (from: string, to: string) =>
      ofKind(await tell(aStatusWebhook(from, to)), 'resolved', 'reopened').map(
        ({ kind, at }) => [kind, at],
      );
    expect(await steps('live', 'learning')).toEqual([
      ['resolved', time('10:00')],
    ]);
    expect(await steps('closed', 'live')).toEqual([
      ['reopened', time('10:00')],
    ]);
    expect(await steps('canceled', 'live')).toEqual([
      ['reopened', time('10:00')],
    ]);
    expect(await steps('learning', 'closed')).toEqual([]);
    expect(await steps('closed', 'canceled')).toEqual([]);
    expect(await steps('triage', 'live')).toEqual([]);
    expect(await steps('triage', 'declined')).toEqual([]);
  });

  it('reports a canceled incident as a false alarm', async () => {
    const changes = await tell(aStatusWebhook('live', 'canceled'));
    expect(ofKind(changes, 'cancelled')).toMatchObject([{ at: time('10:00') }]);
  });

  it.each([
    ['a merged incident', aWebhook(UPDATED, anIncident('merged'))],
    [
      'a private one',
      aWebhook('private_incident.incident_updated_v2', { id: 'I1' }),
    ],
  ])('requires the API key for %s', async (_, webhook) => {
    await expect(tell(webhook)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('incidentio.apiKey'),
    });
  });
});

describe('with an API key', () => {
  const fake = new FakeIncidentIo();
  let source: IncidentIoSource;
  beforeAll(async () => {
    const baseUrl = await fake.server.start();
    source = aSource({
      client: new IncidentIoClient({ apiKey: fake.apiKey, baseUrl }),
    });
  });
  afterAll(() => fake.server.stop());
  const ask = () =>
    tell(
      aWebhook('private_incident.incident_updated_v2', {
        id: '01FDAG4SAP5TYPT98WGR2N7W91',
      }),
      source,
    );

  it('reads the incident and its history', async () => {
    fake.incidents = [anIncident('live', { visibility: 'private' })];
    fake.updates = [
      anUpdate('09:50', { new_incident_status: status('live') }),
      anUpdate('09:14', {
        new_incident_status: status('live'),
        new_severity: { name: 'Minor' },
      }),
      anUpdate('09:40', {
        new_incident_status: status('closed'),
        message: 'All clear',
      }),
      anUpdate('09:20', { new_severity: { name: 'Critical' } }),
    ];
    const changes = await ask();
    expect(ofKind(changes, 'described')).toMatchObject([{ private: true }]);
    const by = { name: 'Ana Sol', email: 'ana@example.com' };
    expect(
      ofKind(changes, 'severity-changed', 'resolved', 'reopened', 'note')
        .map(({ key, incident, ...change }) => change)
        .sort((a, b) => (a.at < b.at ? -1 : 1)),
    ).toEqual([
      { kind: 'severity-changed', at: time('09:14'), severity: 'Minor' },
      { kind: 'severity-changed', at: time('09:20'), severity: 'Critical' },
      { kind: 'resolved', at: time('09:40'), by },
      { kind: 'note', at: time('09:40'), text: 'All clear', by },
      { kind: 'reopened', at: time('09:50'), by },
      { kind: 'severity-changed', at: time('10:00'), severity: 'Major' },
    ]);
  });

  it('finds the incident that another was merged into', async () => {
    fake.incidents = [anIncident('merged')];
    fake.updates = [
      anUpdate('09:40', {
        new_incident_status: status('merged'),
        merged_into_incident_id: 'I9',
      }),
    ];
    expect(ofKind(await ask(), 'merged')).toMatchObject([{ into: 'I9' }]);
  });

  it('reports a missing or inaccessible incident', async () => {
    fake.incidents = [];
    await expect(ask()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('01FDAG4SAP5TYPT98WGR2N7W91'),
    });
  });

  it.each([
    [{ status: 500 }],
    [{ status: 429 }],
    [{ status: 401 }],
    ['lost' as const],
  ])('can be retried after %j', async fault => {
    fake.incidents = [anIncident('live')];
    fake.server.fail(fault);
    const error = await ask().catch(thrown => thrown);
    expect(error).toMatchObject({ message: expect.stringMatching(/./) });
    expect(error.name).not.toBe('InputError');
    expect(JSON.stringify([error.message, error.stack])).not.toContain(
      fake.apiKey,
    );
  });
});
