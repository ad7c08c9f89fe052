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

import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import { startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  declared,
  deliver,
  deliverAll,
  happened,
  settled,
} from '../__testUtils__/incidents';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('Incidents, %s', databaseId => {
  let knex: Knex;
  let portal: TestPortal;
  let source: FakeSource;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    source = new FakeSource();
    portal = await startPortal({ knex, features: [withSource(source)] });
  });
  afterEach(() => portal.stop());

  const postmortems = () => portal.api.listPostmortems({ query: {} });
  const onlyOne = async () => {
    const { items } = await postmortems();
    expect(items).toHaveLength(1);
    return portal.api.getPostmortem({ params: { id: items[0].id } });
  };

  /** Raised from P3 to P1, resolved, reopened, resolved again, lowered. */
  const SEQUENCE = [
    ...declared('10 09:00', { severity: 'P3' }),
    happened('10 09:02', { kind: 'acknowledged', by: { name: 'Alice' } }),
    happened('10 09:10', { kind: 'severity-changed', severity: 'P1' }),
    happened('10 09:30', {
      kind: 'note',
      text: 'Half of all payments fail',
      by: { name: 'Alice' },
    }),
    happened('10 10:00', { kind: 'resolved' }),
    happened('10 10:30', { kind: 'reopened' }),
    happened('10 11:00', { kind: 'resolved' }),
    happened('10 11:30', { kind: 'severity-changed', severity: 'P4' }),
  ];

  it.each([
    ['in order', SEQUENCE],
    ['backwards', [...SEQUENCE].reverse()],
    ['tripled', [...SEQUENCE, ...[...SEQUENCE].reverse(), ...SEQUENCE]],
  ])('become one draft, told %s', async (_order, changes) => {
    await deliverAll(knex, portal, changes);
    const postmortem = await onlyOne();
    expect(postmortem).toMatchObject({
      title: 'INC-1: Checkout is down',
      status: 'draft',
      begun: false,
      governingSeverity: 'SEV-1',
      severity: 'SEV-4',
      startedAt: '2026-03-10T09:00:00.000Z',
      resolvedAt: '2026-03-10T11:00:00.000Z',
      // SEV-1: three calendar days from the last resolution.
      dueAt: '2026-03-13T23:59:59.999Z',
      entityRefs: ['component:default/checkout-api'],
      teamRefs: ['group:default/checkout'],
      createdBy: 'incident-source:fake',
      incidents: [
        {
          source: 'fake',
          key: 'INC-1',
          url: 'https://incidents.example.com/INC-1',
        },
      ],
    });
    expect(postmortem.severityHistory.map(({ severity }) => severity)).toEqual([
      'SEV-3',
      'SEV-1',
      'SEV-4',
    ]);
    expect(postmortem.timeline.map(({ text }) => text)).toEqual([
      'Acknowledged by Alice',
      'Half of all payments fail\n\n– Alice',
      'Reopened',
    ]);
    expect(postmortem.sourceFacts.map(({ state }) => state)).not.toContain(
      'differs',
    );
    const { items } = await portal.api.listIncidents({
      query: { standing: ['covered'] },
    });
    expect(items).toMatchObject([{ key: 'INC-1', postmortemId: 'PM-1' }]);
  });

  it('are told in one delivery, too', async () => {
    expect(await deliver(portal, SEQUENCE)).toBe(202);
    await settled(knex, portal);
    expect((await onlyOne()).governingSeverity).toBe('SEV-1');
  });
});
