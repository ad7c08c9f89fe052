import { mockServices } from '@backstage/backend-test-utils';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import { describeIncidentSource } from 'backstage-plugin-postmortems-node/testUtils';
import type { FakeFault } from 'backstage-plugin-postmortems-node/testUtils';
import { Directory } from './Directory';
import { PagerDutyApi } from './PagerDutyApi';
import { PagerDutySource } from './PagerDutySource';
import { FakePagerDuty } from './__testUtils__/FakePagerDuty';
import { backfill } from './backfill';
import { logEntry, pastIncident, priorityChange } from './__testUtils__/past';
import {
  ADA,
  BO,
  CHECKOUT,
  DELIVERIES,
  IGNORED,
  anEvent,
  anIncident,
  priority,
  reference,
  roleAssigned,
  signature,
} from './__testUtils__/deliveries';

// A backfill makes many requests per incident.
jest.setTimeout(60_000);

const TOKEN = 'u+not-to-be-told';
const SECRETS: [string, string] = ['new-secret', 'old-secret'];
const NOW = new Date('2026-03-10T12:30:00Z');

function makeSource(options: {
  api?: PagerDutyApi;
  logger?: LoggerService;
  commanderRoles?: string[];
}): PagerDutySource {
  return new PagerDutySource({
    secrets: SECRETS,
    commanderRoles: ['Incident Commander'],
    clock: () => NOW,
    logger: mockServices.logger.mock(),
    ...options,
  });
}

const bench = {
  secrets: SECRETS,
  now: NOW,
  sign: ({ body, secret }: { body: Buffer; secret: string }) => ({
    'x-pagerduty-signature': signature(secret, body),
    'x-webhook-id': '01GPNQ1B7CL5H7E4FHCAJ2YV6M',
  }),
  signatureHeader: 'x-pagerduty-signature',
  signsBody: true,
  signsTime: false,
  several: (signatures: string[]) => signatures.join(','),
  deliveries: DELIVERIES,
  ignored: IGNORED,
};

describeIncidentSource('PagerDuty', async () => ({
  ...bench,
  source: makeSource({}),
}));

const reads = (source: PagerDutySource) => async (json: unknown) =>
  source.parse(
    { body: Buffer.from(JSON.stringify(json)), receivedAt: NOW },
    {
      signal: new AbortController().signal,
      incidentsOf: async () => [],
      severityOf: () => undefined,
    },
  );

const withoutKeys = (changes: IncidentChange[]) =>
  changes.map(({ key: _, ...change }) => change);

describe('PagerDuty without its REST API', () => {
  const read = reads(makeSource({}));
  const of = (type: string) =>
    DELIVERIES.find(({ event }) => event.event_type === `incident.${type}`);
  const changesOf = async (type: string) =>
    withoutKeys((await read(of(type))).changes);
  const incident = 'PGR0VU2';
  const ada = { name: 'Ada Obi' };
  const bo = { name: 'Bo Lindqvist' };

  it('reads the incident in a webhook', async () => {
    const at = '2026-03-10T09:14:00.169Z';
    expect(await changesOf('triggered')).toEqual([
      { kind: 'declared', incident, at: '2026-03-10T09:14:00.000Z' },
      {
        kind: 'described',
        incident,
        at,
        title: 'Checkout returns 500s',
        url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        labels: ['urgency:high'],
      },
      { kind: 'severity-changed', incident, at, severity: 'P3' },
      {
        kind: 'services-changed',
        incident,
        at,
        services: [{ id: 'PF9KMXH', name: 'Checkout API' }],
      },
      { kind: 'person-assigned', incident, at, person: ada, role: 'responder' },
      {
        kind: 'note',
        incident,
        at: '2026-03-10T09:14:00.000Z',
        text: 'Conference bridge: <https://meet.example.com/1>, +1 1234123412,,987654321\\#',
      },
    ]);
  });

  it('reports a removed priority', async () => {
    const { changes } = await read(
      anEvent(
        'priority_updated',
        '09:24:00.000',
        anIncident({ priority: null }),
      ),
    );
    expect(
      changes.find(({ kind }) => kind === 'severity-changed'),
    ).toMatchObject({ at: '2026-03-10T09:24:00.000Z', severity: undefined });
  });

  it('reports drills by incident type', async () => {
    expect(await changesOf('incident_type.changed')).toContainEqual(
      expect.objectContaining({ labels: ['drill', 'urgency:high'] }),
    );
  });

  it.each([
    ['acknowledged', { kind: 'acknowledged', at: '09:15:10', by: ada }],
    [
      'acknowledged',
      {
        kind: 'person-assigned',
        at: '09:15:10.002',
        person: ada,
        role: 'responder',
      },
    ],
    [
      'unacknowledged',
      {
        kind: 'note',
        at: '09:20:00',
        text: 'No longer acknowledged: taken back, or not resolved in time',
        by: ada,
      },
    ],
    [
      'escalated',
      { kind: 'note', at: '09:21:00', text: 'Escalated to Bo Lindqvist' },
    ],
    [
      'reassigned',
      {
        kind: 'note',
        at: '09:22:00',
        text: 'Reassigned to Bo Lindqvist',
        by: ada,
      },
    ],
    [
      'delegated',
      {
        kind: 'note',
        at: '09:23:00',
        text: 'Handed over to the escalation policy Checkout on call',
        by: ada,
      },
    ],
    [
      'priority_updated',
      { kind: 'severity-changed', at: '09:24:00', severity: 'P1' },
    ],
    [
      'service_updated',
      {
        kind: 'services-changed',
        at: '09:25:00',
        services: [{ id: 'PDB0001', name: 'Orders database' }],
      },
    ],
    [
      'annotated',
      {
        kind: 'note',
        at: '09:30:00',
        text: 'The **cache** was flushed',
        by: ada,
      },
    ],
    [
      'status_update_published',
      {
        kind: 'note',
        at: '09:31:00',
        text: 'A fix is being rolled out …',
        by: ada,
        timelineKind: 'communication',
      },
    ],
    [
      'conference_bridge.updated',
      {
        kind: 'note',
        at: '09:32:00',
        text: 'Conference bridge: <https://meet.example.com/2>, +1-555-555-5555',
      },
    ],
    [
      'responder.added',
      {
        kind: 'person-assigned',
        at: '09:33:00',
        person: bo,
        role: 'responder',
      },
    ],
    [
      'role.assigned',
      {
        kind: 'person-assigned',
        at: '09:35:00',
        person: bo,
        role: 'Incident Commander',
        commander: true,
      },
    ],
    ['resolved', { kind: 'resolved', at: '11:28:00', by: ada }],
    ['reopened', { kind: 'reopened', at: '12:00:00', by: ada }],
  ])('reports %s', async (type, { at, ...change }) => {
    expect(await changesOf(type)).toContainEqual({
      ...change,
      incident,
      at: new Date(`2026-03-10T${at}Z`).toISOString(),
    });
  });

  it('reports a merge instead of the resolution', async () => {
    const { changes } = await read(
      anEvent(
        'resolved',
        '11:28:00.000',
        anIncident({
          status: 'resolved',
          resolve_reason: {
            type: 'merge_resolve_reason',
            incident: reference('PSURVIV'),
          },
        }),
      ),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ kind: 'merged', into: 'PSURVIV' }),
    );
    expect(changes.map(({ kind }) => kind)).not.toContain('resolved');
  });

  it('finds the incident commander by the configured roles', async () => {
    const commander = async (role: string) => {
      const { changes } = await reads(
        makeSource({ commanderRoles: ['Einsatzleitung'] }),
      )(anEvent('role.assigned', '09:35:00.000', roleAssigned(role)));
      return (changes[0] as { commander?: boolean }).commander;
    };
    expect(await commander('EINSATZLEITUNG')).toBe(true);
    expect(await commander('Incident Commander')).toBe(false);
  });

  it('has no backfill', () => {
    expect(makeSource({}).backfill).toBeUndefined();
  });
});

describe('PagerDuty with its REST API', () => {
  let pagerDuty: FakePagerDuty;
  let baseUrl: string;
  const logger = mockServices.logger.mock();
  const api = () => new PagerDutyApi({ baseUrl, token: TOKEN });
  beforeEach(async () => {
    logger.warn.mockClear();
    pagerDuty = new FakePagerDuty(TOKEN);
    baseUrl = await pagerDuty.server.start();
  });
  afterEach(() => pagerDuty.server.stop());

  const assigned = DELIVERIES[3];

  it('loads email addresses and integration keys once', async () => {
    const read = reads(makeSource({ api: api() }));
    for (const delivery of [assigned, DELIVERIES[4], assigned]) {
      const { changes } = await read(delivery);
      expect(changes).toContainEqual(
        expect.objectContaining({
          kind: 'person-assigned',
          person: { name: 'Bo Lindqvist', email: 'bo@example.com' },
        }),
      );
      expect(changes).toContainEqual(
        expect.objectContaining({
          services: [
            {
              id: CHECKOUT.id,
              name: 'Checkout API',
              otherIds: ['key-of-checkout'],
            },
          ],
        }),
      );
    }
    expect(pagerDuty.asked()).toEqual({
      [`/users/${ADA.id}`]: 1,
      [`/users/${BO.id}`]: 1,
      [`/services/${CHECKOUT.id}`]: 1,
    });
  });

  it('falls back to names without permission, and logs it once', async () => {
    pagerDuty.permitted = false;
    const read = reads(makeSource({ api: api(), logger }));
    for (const delivery of [assigned, DELIVERIES[4]]) {
      expect((await read(delivery)).changes).toContainEqual(
        expect.objectContaining({ person: { name: 'Bo Lindqvist' } }),
      );
    }
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('incidentSources.pagerduty.token')],
    ]);
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain(TOKEN);
  });

  it('falls back to the name of a deleted user', async () => {
    const read = reads(makeSource({ api: api() }));
    const gone = { ...ADA, id: 'PGONE01', summary: 'Gone' };
    const { changes } = await read(
      anEvent('escalated', '09:21:00.000', anIncident({ assignees: [gone] })),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({ person: { name: 'Gone' } }),
    );
  });

  it('retries after a lost connection', async () => {
    pagerDuty.server.fail('lost');
    const { changes } = await reads(makeSource({ api: api() }))(assigned);
    expect(JSON.stringify(changes)).toContain('bo@example.com');
  });

  it('waits at rate limits', async () => {
    pagerDuty.server.fail({
      status: 429,
      headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '1' },
      body: { error: { message: 'Rate Limit Exceeded', code: 2020 } },
    });
    const started = Date.now();
    const { changes } = await reads(makeSource({ api: api() }))(assigned);
    expect(Date.now() - started).toBeGreaterThanOrEqual(950);
    expect(JSON.stringify(changes)).toContain('bo@example.com');
  });

  it.each<[FakeFault[]]>([
    [['lost', 'lost']],
    [[{ status: 503, body: '<html>' }]],
    [[{ status: 200 }]],
  ])('leaves a delivery for a retry after %j', async faults => {
    const read = reads(makeSource({ api: api() }));
    pagerDuty.server.fail(...faults);
    await expect(read(assigned)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(JSON.stringify(await read(assigned))).toContain('bo@example.com');
  });
});

describe('Past incidents of PagerDuty', () => {
  let pagerDuty: FakePagerDuty;
  const since = new Date('2025-06-01T00:00:00Z');

  const fill = () => {
    pagerDuty.incidents = [
      pastIncident('PGR0VU2', '2026-03-10T09:14:00Z', {
        status: 'resolved',
        priority: priority('P3'),
        updated_at: '2026-03-10T13:00:00Z',
        last_status_change_at: '2026-03-10T12:10:00Z',
        conference_bridge: { conference_url: 'https://meet.example.com/1' },
        incidents_responders: [
          {
            state: 'joined',
            user: BO,
            requested_at: '2026-03-10T09:33:00Z',
            updated_at: '2026-03-10T09:34:00Z',
          },
          { state: 'declined', user: ADA, updated_at: '2026-03-10T09:34:00Z' },
        ],
      }),
      pastIncident('PMERGED', '2026-01-02T08:00:00Z', {
        status: 'resolved',
        last_status_change_at: '2026-01-02T09:00:00Z',
        resolve_reason: {
          type: 'merge_resolve_reason',
          incident: reference('PGR0VU2'),
        },
      }),
      pastIncident('POPEN01', '2025-06-02T08:00:00Z', {
        status: 'triggered',
        priority: null,
      }),
      pastIncident('PBEFORE', '2025-05-31T23:59:59Z'),
    ];
    pagerDuty.logs = {
      PGR0VU2: [
        logEntry('trigger', '09:14:00', { agent: CHECKOUT }),
        logEntry('assign', '09:14:00', { agent: CHECKOUT, assignees: [ADA] }),
        logEntry('notify', '09:14:05', { agent: CHECKOUT }),
        logEntry('acknowledge', '09:15:10'),
        priorityChange('09:24:00', 'P3', 'P1'),
        logEntry('annotate', '09:30:00', {
          channel: { type: 'note', summary: 'The **cache** was flushed' },
        }),
        logEntry('status_update', '09:31:00', {
          message: 'A fix is being rolled out',
        }),
        logEntry('resolve', '11:28:00'),
        logEntry('assign', '12:00:00', { assignees: [BO] }),
        logEntry('assign', '12:05:00', { assignees: [ADA] }),
        logEntry('resolve', '12:10:00'),
        logEntry('priority_change', '13:00:00', {
          channel: {
            type: 'website',
            old_priority: { name: 'P1' },
            new_priority: { name: 'P3' },
          },
        }),
      ].reverse(),
      PMERGED: [logEntry('resolve', '2026-01-02T09:00:00Z')],
    };
  };

  let api: PagerDutyApi;
  const setUp = async () => {
    pagerDuty = new FakePagerDuty(TOKEN);
    api = new PagerDutyApi({
      baseUrl: await pagerDuty.server.start(),
      token: TOKEN,
    });
    fill();
  };
  const past = async (from = since) => {
    const pages: IncidentChange[][] = [];
    const { signal } = new AbortController();
    const source = makeSource({ api });
    for await (const page of source.backfill!({ since: from, signal })) {
      pages.push(page);
    }
    return pages;
  };

  describeIncidentSource('PagerDuty with its REST API', async () => {
    await setUp();
    return {
      ...bench,
      source: makeSource({ api }),
      backfillSince: since,
      stop: () => pagerDuty.server.stop(),
    };
  });

  describe('from the log', () => {
    beforeEach(setUp);
    afterEach(() => pagerDuty.server.stop());

    it('are loaded in order of creation', async () => {
      const pages = await past();
      expect(pages.map(([{ incident }]) => incident)).toEqual([
        'POPEN01',
        'PMERGED',
        'PGR0VU2',
      ]);
    });

    it('are loaded with their history', async () => {
      const changes = withoutKeys((await past())[2]);
      const ada = { name: 'Ada Obi', email: 'ada@example.com' };
      const bo = { name: 'Bo Lindqvist', email: 'bo@example.com' };
      const lines = changes
        .filter(({ kind }) => kind !== 'described')
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .map(({ at, incident: _, ...change }) => [at.slice(11, 19), change]);
      const responder = (person: object) => ({
        kind: 'person-assigned',
        person,
        role: 'responder',
      });
      expect(lines).toEqual(
        expect.arrayContaining([
          ['09:14:00', { kind: 'declared' }],
          ['09:14:00', { kind: 'severity-changed', severity: 'P3' }],
          ['09:14:00', responder(ada)],
          [
            '09:14:00',
            {
              kind: 'note',
              text: 'Conference bridge: <https://meet.example.com/1>',
            },
          ],
          ['09:15:10', { kind: 'acknowledged', by: ada }],
          ['09:15:10', responder(ada)],
          ['09:24:00', { kind: 'severity-changed', severity: 'P1' }],
          [
            '09:30:00',
            { kind: 'note', text: 'The **cache** was flushed', by: ada },
          ],
          [
            '09:31:00',
            {
              kind: 'note',
              text: 'A fix is being rolled out',
              by: ada,
              timelineKind: 'communication',
            },
          ],
          ['09:33:00', responder(bo)],
          ['11:28:00', { kind: 'resolved', by: ada }],
          ['12:00:00', { kind: 'reopened', by: ada }],
          ['12:00:00', responder(bo)],
          [
            '12:05:00',
            { kind: 'note', text: 'Reassigned to Ada Obi', by: ada },
          ],
          ['12:05:00', responder(ada)],
          ['12:10:00', { kind: 'resolved', by: ada }],
          ['13:00:00', { kind: 'severity-changed', severity: 'P3' }],
        ]),
      );
      // In addition, the final severity and services.
      expect(lines).toHaveLength(19);
    });

    it('produce the same changes as webhooks', async () => {
      const source = makeSource({ api });
      const told = await Promise.all(
        DELIVERIES.map(each => reads(source)(each)),
      );
      const same = new Set(
        told.flatMap(({ changes }) => changes.map(({ key }) => key)),
      );
      const kinds = (await past())[2]
        .filter(({ key }) => same.has(key))
        .map(({ kind }) => kind);
      expect(kinds.sort()).toEqual([
        'acknowledged',
        'declared',
        'note',
        'person-assigned',
        'reopened',
        'resolved',
        'severity-changed',
      ]);
    });

    it('are merged or open like in PagerDuty', async () => {
      const [open, merged] = await past();
      expect(merged).toContainEqual(
        expect.objectContaining({
          kind: 'merged',
          into: 'PGR0VU2',
          at: '2026-01-02T09:00:00.000Z',
        }),
      );
      for (const page of [open, merged]) {
        expect(page.map(({ kind }) => kind)).not.toContain('resolved');
      }
    });

    it("use the incident's state if the log differs", async () => {
      pagerDuty.logs.PGR0VU2 = [logEntry('trigger', '09:14:00')];
      expect((await past())[2]).toContainEqual(
        expect.objectContaining({
          kind: 'resolved',
          at: '2026-03-10T12:10:00.000Z',
        }),
      );
    });

    it('are complete although PagerDuty truncates long lists', async () => {
      pagerDuty.maxOffset = 300;
      pagerDuty.incidents = Array.from({ length: 730 }, (_, index) =>
        pastIncident(
          `P${index}`,
          new Date(Date.UTC(2026, 1, 1) + Math.floor(index / 3) * 1_000)
            .toISOString()
            .replace('.000', ''),
        ),
      );
      const found: string[] = [];
      const { signal } = new AbortController();
      const clock = () => NOW;
      for await (const [{ incident }] of backfill(
        { since, signal },
        {
          api,
          clock,
          maxOffset: 300,
          directory: new Directory({
            clock,
            logger: mockServices.logger.mock(),
          }),
        },
      )) {
        found.push(incident);
      }
      expect(found.sort()).toEqual(
        pagerDuty.incidents.map(({ id }) => id).sort(),
      );
    });

    it('report an invalid token', async () => {
      pagerDuty.permitted = false;
      await expect(past()).rejects.toThrow(
        /postmortems\.incidentSources\.pagerduty\.token/,
      );
    });
  });
});
