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

import { createHmac } from 'node:crypto';
import type { ParseContext } from 'backstage-plugin-postmortems-node';
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

/** An alert as Alertmanager sends it, resolved where it has an end. */
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

async function tell(
  delivery: object,
  latest?: Awaited<ReturnType<ParseContext['latestOf']>>,
) {
  const { changes } = await aSource().parse(
    { body: Buffer.from(JSON.stringify(delivery)), receivedAt: NOW },
    {
      signal: new AbortController().signal,
      latestOf: async () => latest,
    },
  );
  return changes;
}
const incidentOf = async (...args: Parameters<typeof tell>) => {
  const incidents = (await tell(...args)).map(({ incident }) => incident);
  expect(new Set(incidents).size).toBe(1);
  return incidents[0];
};

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

  it('takes a password, and a user name where one is asked for', () => {
    expect(takes(basic('anyone:alerts-old'))).toBe(true);
    expect(takes(basic('prom:alerts-new'), { username: 'prom' })).toBe(true);
    expect(takes(basic('anyone:alerts-new'), { username: 'prom' })).toBe(false);
    expect(takes(basic('alerts-new'))).toBe(false);
    expect(takes(basic('alerts-new:'))).toBe(false);
    expect(takes({ authorization: 'Basic' })).toBe(false);
    expect(takes({ authorization: 'Digest alerts-new' })).toBe(false);
  });

  it('takes a signature of the body alone where no time is signed', () => {
    const signature = createHmac('sha256', 'alerts-new')
      .update(body)
      .digest('hex');
    const headers = { 'x-grafana-alerting-signature': signature };
    expect(takes(headers)).toBe(true);
    expect(takes(headers, { timestampHeader: 'x-time' })).toBe(false);
  });

  it('takes no token instead of a wrong signature', () => {
    expect(
      takes({
        'x-grafana-alerting-signature': 'wrong',
        authorization: 'Bearer alerts-new',
      }),
    ).toBe(false);
  });
});

it('makes an incident of a group that fires', async () => {
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

it('resolves it when the last alert that matters has ended', async () => {
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

it('says nothing of an end that it cannot see', async () => {
  const cutShort = { status: 'firing', truncatedAlerts: 3 };
  const ended = [anAlert('09:00', '10:00')];
  expect(await tell(aDelivery(ended, cutShort))).toEqual([]);
  expect(await tell(aDelivery([anAlert('09:00')], cutShort))).not.toEqual([]);
  expect(await tell(aDelivery(ended, { truncatedAlerts: 3 }))).not.toEqual([]);
});

describe('a group that fires again', () => {
  const fires = (from: string) => aDelivery([anAlert(from)]);

  it('is the same incident until it has been quiet for a while', async () => {
    const incident = await incidentOf(fires('01:00'));
    const resolved = { incident, resolvedAt: time('02:00') };
    expect(await incidentOf(fires('01:00'), resolved)).toBe(incident);
    expect(await incidentOf(fires('01:30'), resolved)).toBe(incident);
    expect(await incidentOf(fires('06:00'), resolved)).toBe(incident);
    expect(await incidentOf(fires('06:01'), resolved)).not.toBe(incident);
    expect(await incidentOf(fires('11:00'), { incident })).toBe(incident);
  });

  it('is declared when it was, whatever is told of it later', async () => {
    const incident = await incidentOf(fires('01:00'));
    const [declared] = await tell(fires('03:00'), { incident });
    expect(declared).toMatchObject({ kind: 'declared', at: time('01:00') });
  });

  it('is an earlier incident where the notification is late', async () => {
    const first = await incidentOf(fires('01:00'));
    const second = { incident: await incidentOf(fires('11:00')) };
    expect(await incidentOf(fires('01:00'), second)).toBe(first);
    expect(await incidentOf(fires('10:30'), second)).toBe(second.incident);
  });
});
