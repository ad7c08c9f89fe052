import { createHmac } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import { describeIncidentSource } from 'backstage-plugin-postmortems-node/testUtils';
import { createGenericSource } from './createGenericSource';

const NOW = new Date('2026-03-10T09:30:00Z');
const SECRETS: [string, string] = [
  'whsec_bmV3LXNlY3JldA==',
  'b2xkLXNlY3JldA==',
];

const make = (secrets?: string[]) =>
  createGenericSource(
    new ConfigReader({
      postmortems: { incidentSources: { generic: { secrets } } },
    }),
    () => NOW,
  );

const everything = {
  id: 'INC-7',
  at: '2026-03-10T10:24:00+01:00',
  title: 'Checkout returns 500s',
  url: 'https://status.example.com/7',
  severity: 'critical',
  status: 'resolved',
  startedAt: '2026-03-10T09:00:00Z',
  acknowledgedAt: '2026-03-10T09:05:00Z',
  mitigatedAt: '2026-03-10T09:10:00Z',
  services: [
    'checkout',
    'component:default/orders',
    { id: 'db', name: 'Database', entityRef: 'resource:default/db' },
  ],
  labels: ['env:production'],
  drill: false,
  private: true,
  commander: 'ada@example.com',
  responders: [
    { person: { name: 'Bo', email: 'bo@example.com' }, role: 'scribe' },
    { person: 'Cy' },
  ],
  note: { text: 'Flushed the cache', by: 'bo@example.com' },
};

describeIncidentSource('Generic', async () => ({
  source: make(SECRETS)!,
  secrets: SECRETS,
  now: NOW,
  sign({ body, secret, at }) {
    const seconds = String(Math.floor(at.getTime() / 1_000));
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key)
      .update(`msg_1.${seconds}.`)
      .update(body)
      .digest('base64');
    return {
      'webhook-id': 'msg_1',
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${signature}`,
    };
  },
  signatureHeader: 'webhook-signature',
  signsBody: true,
  signsTime: true,
  several: signatures => signatures.join(' '),
  deliveries: [
    everything,
    { id: 'INC-7' },
    { id: 'INC-7', severity: null, status: 'open', note: 'Back again' },
    { id: 'INC-7', status: 'acknowledged' },
    { id: 'INC-7', status: 'mitigated' },
    { id: 'INC-7', status: 'cancelled', reason: 'A wrong threshold' },
    { id: 'INC-7', mergedInto: 'INC-8', services: [], labels: [] },
    { id: 'INC-7', resolvedAt: '2026-03-10T09:28:00Z' },
  ],
  // Every delivery of the generic source is about an incident.
  ignored: [],
}));

describe('The generic source', () => {
  const changesOf = async (json: object) => {
    const { changes } = await make(SECRETS)!.parse(
      { body: Buffer.from(JSON.stringify(json)), receivedAt: NOW },
      {
        signal: new AbortController().signal,
        incidentsOf: async () => [],
        severityOf: () => undefined,
      },
    );
    return changes.map(({ key: _, ...change }) => change);
  };
  const incident = 'INC-7';
  const now = NOW.toISOString();

  it('reads all fields', async () => {
    const at = '2026-03-10T09:24:00.000Z';
    expect(await changesOf(everything)).toEqual([
      { kind: 'declared', incident, at, startedAt: '2026-03-10T09:00:00.000Z' },
      {
        kind: 'described',
        incident,
        at,
        title: 'Checkout returns 500s',
        url: 'https://status.example.com/7',
        labels: ['env:production'],
        drill: false,
        private: true,
      },
      { kind: 'severity-changed', incident, at, severity: 'critical' },
      {
        kind: 'services-changed',
        incident,
        at,
        services: [
          { id: 'checkout' },
          {
            id: 'component:default/orders',
            entityRef: 'component:default/orders',
          },
          { id: 'db', name: 'Database', entityRef: 'resource:default/db' },
        ],
      },
      {
        kind: 'person-assigned',
        incident,
        at,
        person: { email: 'ada@example.com' },
        role: 'incident commander',
        commander: true,
      },
      {
        kind: 'person-assigned',
        incident,
        at,
        person: { name: 'Bo', email: 'bo@example.com' },
        role: 'scribe',
      },
      {
        kind: 'person-assigned',
        incident,
        at,
        person: { name: 'Cy' },
        role: 'responder',
      },
      { kind: 'acknowledged', incident, at: '2026-03-10T09:05:00.000Z' },
      { kind: 'mitigated', incident, at: '2026-03-10T09:10:00.000Z' },
      { kind: 'resolved', incident, at },
      {
        kind: 'note',
        incident,
        at,
        text: 'Flushed the cache',
        by: { email: 'bo@example.com' },
      },
    ]);
  });

  it('ignores omitted fields', async () => {
    expect(await changesOf({ id: 'INC-7' })).toEqual([
      { kind: 'declared', incident, at: now },
    ]);
    expect(await changesOf({ id: 'INC-7', severity: null })).toContainEqual({
      kind: 'severity-changed',
      incident,
      at: now,
      severity: undefined,
    });
    expect(await changesOf({ id: 'INC-7', status: 'open' })).toContainEqual({
      kind: 'reopened',
      incident,
      at: now,
    });
  });

  it.each([
    [{ id: 'INC-7', severty: 'P1' }, /severty/],
    [
      { id: 'INC-7', at: 'yesterday' },
      /at must be an ISO 8601 time with an offset/,
    ],
    [
      { id: 'INC-7', status: 'closed' },
      /status must be one of .*resolved, cancelled, not "closed"/,
    ],
    [
      { id: 'INC-7', url: 'ftp://example.com' },
      /url must be an http or https URL/,
    ],
    [{ title: 'Checkout returns 500s' }, /id is required/],
  ])('explains what is wrong with %j', async (json, message) => {
    await expect(changesOf(json)).rejects.toThrow(message);
  });

  it('exists only with a secret', () => {
    expect(make()).toBeUndefined();
    expect(make([])).toBeUndefined();
    expect(() => make(['not base64!'])).toThrow(
      /postmortems\.incidentSources\.generic\.secrets: .*must be base64/,
    );
  });
});
