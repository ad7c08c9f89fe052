import { createHmac } from 'node:crypto';
import type { GroupIncident } from 'backstage-plugin-postmortems-node';
import { describeIncidentSource } from 'backstage-plugin-postmortems-node/testUtils';
import { AlertmanagerSource } from './AlertmanagerSource';

const NOW = new Date('2026-03-10T12:00:00Z');
const SECRETS: [string, string] = ['alerts-new', 'alerts-old'];
const HOUR = 60 * 60 * 1000;

const aSource = (more: object = {}) =>
  new AlertmanagerSource({
    secrets: SECRETS,
    clock: () => NOW,
    signatureHeader: 'x-grafana-alerting-signature',
    match: { severity: ['critical', 'page'], env: ['production'] },
    newAfterMs: 4 * HOUR,
    severityLabel: 'severity',
    serviceLabels: ['service'],
    ...more,
  });

const time = (clock: string) => `2026-03-10T${clock}:00.000Z`;

/** An alert as Alertmanager sends it, resolved if it has an end. */
function anAlert(from: string, to?: string, labels: object = {}) {
  return {
    status: to ? 'resolved' : 'firing',
    labels: {
      alertname: 'HighErrorRate',
      env: 'production',
      service: 'checkout',
      severity: 'critical',
      ...labels,
    },
    annotations: { summary: 'Checkout fails' },
    startsAt: time(from),
    endsAt: to ? time(to) : '0001-01-01T00:00:00Z',
    generatorURL: 'https://prometheus.example.com/graph?g0.expr=1',
    fingerprint: 'a1b2c3d4e5f60718',
  };
}

const aDelivery = (
  alerts: ReturnType<typeof anAlert>[],
  more: object = {},
) => ({
  version: '4',
  groupKey: '{}:{alertname="HighErrorRate"}',
  truncatedAlerts: 0,
  status: alerts.some(alert => alert.status === 'firing')
    ? 'firing'
    : 'resolved',
  receiver: 'postmortems',
  groupLabels: { alertname: 'HighErrorRate' },
  commonLabels: { alertname: 'HighErrorRate' },
  commonAnnotations: { summary: 'Checkout fails' },
  externalURL: 'https://alertmanager.example.com',
  alerts,
  ...more,
});

const severityOf = (word: string) =>
  ['sev-1', 'p1', 'critical'].includes(word.trim().toLowerCase())
    ? 'SEV-1'
    : undefined;

async function tell(
  delivery: object,
  known: GroupIncident[] = [],
  { receivedAt = NOW, source = aSource() } = {},
) {
  const { changes } = await source.parse(
    { body: Buffer.from(JSON.stringify(delivery)), receivedAt },
    {
      signal: new AbortController().signal,
      incidentsOf: async () => known,
      severityOf,
    },
  );
  return changes;
}
async function incidentsOf(...args: Parameters<typeof tell>) {
  const changes = (await tell(...args)).filter(({ kind }) => kind !== 'note');
  return [...new Set(changes.map(({ incident }) => incident))];
}
async function incidentOf(...args: Parameters<typeof tell>) {
  const incidents = await incidentsOf(...args);
  expect(incidents).toHaveLength(1);
  return incidents[0];
}

const both = {
  secrets: SECRETS,
  now: NOW,
  deliveries: [
    aDelivery([anAlert('09:00')]),
    aDelivery([anAlert('09:00', '10:00'), anAlert('09:10')]),
    aDelivery([anAlert('09:00', '10:00')]),
    aDelivery([anAlert('09:00')], { groupKey: '{}:{alertname="Other"}' }),
  ],
  ignored: [
    aDelivery([anAlert('09:00', undefined, { severity: 'warning' })]),
    aDelivery([anAlert('09:00', '10:00', { env: 'staging' })]),
    aDelivery([]),
  ],
};

describeIncidentSource('Alertmanager with a bearer token', async () => ({
  ...both,
  source: aSource(),
  sign: ({ secret }) => ({ authorization: `Bearer ${secret}` }),
  signatureHeader: 'authorization',
  signsBody: false,
  signsTime: false,
}));

describeIncidentSource('Grafana with a signature', async () => ({
  ...both,
  source: aSource({ timestampHeader: 'x-grafana-alerting-timestamp' }),
  sign({ body, secret, at }) {
    const seconds = String(Math.floor(at.getTime() / 1000));
    return {
      'x-grafana-alerting-timestamp': seconds,
      'x-grafana-alerting-signature': createHmac('sha256', secret)
        .update(`${seconds}:`)
        .update(body)
        .digest('hex'),
    };
  },
  signatureHeader: 'x-grafana-alerting-signature',
  signsBody: true,
  signsTime: true,
}));

describe('verify', () => {
  const body = Buffer.from('{}');
  const takes = (headers: Record<string, string>, options: object = {}) => {
    try {
      aSource(options).verify({ headers, body });
      return true;
    } catch {
      return false;
    }
  };
  const basic = (text: string) => ({
    authorization: `Basic ${Buffer.from(text).toString('base64')}`,
  });

  it('accepts a password, with a user name if configured', () => {
    expect(takes(basic('anyone:alerts-old'))).toBe(true);
    expect(takes(basic('prom:alerts-new'), { username: 'prom' })).toBe(true);
    expect(takes(basic('anyone:alerts-new'), { username: 'prom' })).toBe(false);
    expect(takes(basic('alerts-new'))).toBe(false);
    expect(takes(basic('alerts-new:'))).toBe(false);
    expect(takes({ authorization: 'Basic' })).toBe(false);
    expect(takes({ authorization: 'Digest alerts-new' })).toBe(false);
  });

  it('accepts a signature of the body if no time is signed', () => {
    const signature = createHmac('sha256', 'alerts-new')
      .update(body)
      .digest('hex');
    const headers = { 'x-grafana-alerting-signature': signature };
    expect(takes(headers)).toBe(true);
    expect(takes(headers, { timestampHeader: 'x-time' })).toBe(false);
  });

  it('rejects a token next to a wrong signature', () => {
    expect(
      takes({
        'x-grafana-alerting-signature': 'wrong',
        authorization: 'Bearer alerts-new',
      }),
    ).toBe(false);
  });
});

it('creates an incident for a firing group', async () => {
  const [declared, ...others] = await tell(
    aDelivery([
      anAlert('09:10', undefined, { severity: 'page', service: 'cart' }),
      anAlert('09:00'),
      anAlert('08:00', undefined, { severity: 'warning', service: 'other' }),
    ]),
  );
  expect(declared).toMatchObject({
    kind: 'declared',
    at: time('09:00'),
    group: expect.stringMatching(/^.{10,200}$/),
  });
  expect(others).toMatchObject([
    {
      kind: 'described',
      title: 'Checkout fails',
      url: 'https://prometheus.example.com/graph?g0.expr=1',
      labels: ['alertname:HighErrorRate', 'env:production'],
    },
    { kind: 'severity-changed', at: time('09:10'), severity: 'page' },
    {
      kind: 'services-changed',
      services: [
        { id: 'checkout', name: 'checkout' },
        { id: 'cart', name: 'cart' },
      ],
    },
    {
      kind: 'times-changed',
      startedAt: time('09:00'),
      resolvedAt: undefined,
    },
    { kind: 'severity-changed', at: time('09:00'), severity: 'critical' },
    { kind: 'severity-changed', at: time('09:10'), severity: 'page' },
  ]);
});

it('resolves it when the last matching alert ends', async () => {
  const resolvedAt = async (...alerts: ReturnType<typeof anAlert>[]) => {
    const changes = await tell(aDelivery(alerts));
    const change = changes.find(({ kind }) => kind === 'times-changed')!;
    return [change.at, 'resolvedAt' in change ? change.resolvedAt : undefined];
  };
  const minor = anAlert('08:00', undefined, { severity: 'warning' });
  expect(await resolvedAt(anAlert('09:00', '10:00'), minor)).toEqual([
    time('10:00'),
    time('10:00'),
  ]);
  expect(
    await resolvedAt(anAlert('09:00', '10:30'), anAlert('09:10', '10:00')),
  ).toEqual([time('10:30'), time('10:30')]);
  expect(await resolvedAt(anAlert('09:00', '10:00'), anAlert('09:10'))).toEqual(
    [time('10:00'), undefined],
  );
});

it('does not resolve it from a truncated notification', async () => {
  const cutShort = { status: 'firing', truncatedAlerts: 3 };
  const ended = [anAlert('09:00', '10:00')];
  expect(await tell(aDelivery(ended, cutShort))).toEqual([]);
  expect(await tell(aDelivery([anAlert('09:00')], cutShort))).not.toEqual([]);
  expect(await tell(aDelivery(ended, { truncatedAlerts: 3 }))).not.toEqual([]);
});

it('notes once that a notification was truncated', async () => {
  const notesOf = async (alerts: ReturnType<typeof anAlert>[], more?: object) =>
    (await tell(aDelivery(alerts, more))).filter(({ kind }) => kind === 'note');
  const firing = [anAlert('09:00')];
  expect(await notesOf(firing)).toEqual([]);
  const [first, ...others] = await notesOf(firing, { truncatedAlerts: 3 });
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    at: time('09:00'),
    text: expect.stringContaining('more than max_alerts'),
  });
  const later = await notesOf([...firing, anAlert('09:10')], {
    truncatedAlerts: 7,
  });
  expect(later.map(({ key }) => key)).toEqual([first.key]);
});

describe('a group that fires again', () => {
  const fires = (...from: string[]) =>
    aDelivery(from.map(each => anAlert(each)));
  const known = (
    incident: string,
    from: string,
    more: Partial<GroupIncident> = {},
  ): GroupIncident => ({
    incident,
    declaredAt: time(from),
    lastChangeAt: more.resolvedAt ?? time(from),
    ...more,
  });
  const at = (clock: string) => ({ receivedAt: new Date(time(clock)) });

  it('is the same incident until newAfter has passed', async () => {
    const incident = await incidentOf(fires('01:00'));
    const resolved = [known(incident, '01:00', { resolvedAt: time('02:00') })];
    expect(await incidentOf(fires('01:00'), resolved, at('02:01'))).toBe(
      incident,
    );
    expect(await incidentOf(fires('01:30'), resolved, at('02:01'))).toBe(
      incident,
    );
    expect(await incidentOf(fires('06:00'), resolved)).toBe(incident);
    expect(await incidentOf(fires('06:01'), resolved)).not.toBe(incident);
  });

  it('is another incident where the end was lost, and says so of the first', async () => {
    const first = await incidentOf(fires('01:00'));
    const open = [known(first, '01:00')];
    expect(await incidentOf(fires('05:00'), open)).toBe(first);
    expect(await incidentOf(fires('01:00', '11:00'), open)).toBe(first);
    const second = await incidentOf(fires('11:00'), open);
    expect(second).not.toBe(first);
    const notes = (await tell(fires('11:00'), open)).filter(
      ({ kind }) => kind === 'note',
    );
    expect(notes).toMatchObject([
      {
        incident: first,
        at: time('11:00'),
        text: expect.stringContaining('never reported'),
      },
    ]);
  });

  it('is another incident where a person entered the end', async () => {
    const first = await incidentOf(fires('01:00'));
    const entered = [
      known(first, '01:00', { enteredResolvedAt: time('03:00') }),
    ];
    expect(await incidentOf(fires('07:00'), entered)).toBe(first);
    const second = await incidentOf(fires('07:01'), entered);
    expect(second).not.toBe(first);
    expect(await incidentOf(fires('01:00', '07:01'), entered)).toBe(second);
    expect(await incidentOf(fires('01:00'), entered)).toBe(first);
    expect(
      (await tell(fires('07:01'), entered)).map(({ kind }) => kind),
    ).not.toContain('note');
  });

  it('is the same incident as that of a newer alert which fires', async () => {
    const newer = await incidentOf(fires('11:00'));
    const open = [known(newer, '11:00')];
    expect(await incidentOf(fires('01:00', '11:00'), open)).toBe(newer);
    expect(await incidentOf(fires('01:00'), open)).toBe(newer);
    const changes = await tell(fires('01:00', '11:00'), open);
    expect(changes.every(change => change.at >= time('11:00'))).toBe(true);
  });

  it('begins when an older alert is unmuted long after the end', async () => {
    const first = await incidentOf(fires('03:00'));
    const resolved = [known(first, '03:00', { resolvedAt: time('04:00') })];
    expect(await incidentOf(fires('01:00'), resolved, at('07:00'))).toBe(first);
    const [declared] = await tell(fires('01:00'), resolved, at('11:00'));
    expect(declared).toMatchObject({ kind: 'declared', at: time('11:00') });
  });

  it('keeps its declaration time', async () => {
    const incident = await incidentOf(fires('01:00'));
    const [declared] = await tell(fires('03:00'), [known(incident, '01:00')]);
    expect(declared).toMatchObject({ kind: 'declared', at: time('01:00') });
  });

  it('belongs to an earlier incident if the notification is late', async () => {
    const first = await incidentOf(fires('01:00'));
    const second = await incidentOf(fires('11:00'));
    const together = [known(second, '11:00')];
    expect(await incidentOf(fires('01:00'), together, at('01:01'))).toBe(first);
    expect(await incidentOf(fires('10:30'), together, at('10:31'))).toBe(
      second,
    );
  });

  it('can be two incidents in one notification', async () => {
    const delivery = aDelivery([anAlert('01:00', '02:00'), anAlert('11:00')]);
    const [first, second] = await incidentsOf(delivery);
    expect(first).toBe(await incidentOf(fires('01:00')));
    expect(second).toBe(await incidentOf(fires('11:00')));
    const bridged = aDelivery([
      anAlert('01:00', '10:00'),
      anAlert('09:00'),
      anAlert('11:00'),
    ]);
    expect(await incidentOf(bridged)).toBe(first);
  });
});

describe('the labels that matter', () => {
  const matches = async (labels: object, match: object) =>
    (
      await tell(aDelivery([anAlert('09:00', undefined, labels)]), [], {
        source: aSource({ match }),
      })
    ).length > 0;

  it.each([
    ['critical', 'Critical'],
    ['critical', ' CRITICAL '],
    ['critical', 'P1'],
    ['SEV-1', 'critical'],
    ['page', 'Page'],
  ])('match the severity %j where it is %j', async (configured, severity) => {
    expect(await matches({ severity }, { severity: [configured] })).toBe(true);
    expect(
      await matches({ severity: 'warning' }, { severity: [configured] }),
    ).toBe(false);
  });

  it('match other labels by their exact value', async () => {
    expect(await matches({ env: 'Production' }, { env: ['production'] })).toBe(
      false,
    );
    expect(
      await matches({ severity: undefined }, { severity: ['critical'] }),
    ).toBe(false);
  });
});
