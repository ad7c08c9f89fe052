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
import type {
  CreatePostmortem,
  IncidentStanding,
} from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  declared,
  deliver,
  happened,
  settled,
} from '../__testUtils__/incidents';
import { POLICY } from '../__testUtils__/roles';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ALL: IncidentStanding[] = [
  'waiting',
  'covered',
  'merged',
  'not-required',
];

describe.each(databases.eachSupportedId())(
  'A postmortem that a person says covers an incident, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
        policy: POLICY,
        groups: { member: ['group:default/checkout'] },
      });
    });
    afterEach(() => portal.stop());

    async function tell(...changes: IncidentChange[]) {
      await deliver(portal, changes);
      await settled(knex, portal);
    }
    async function incidents() {
      const { items } = await portal.asService.listIncidents({
        query: { standing: ALL },
      });
      return Object.fromEntries(items.map(each => [each.key, each]));
    }
    const read = (id: string) => portal.api.getPostmortem({ params: { id } });
    const start = async (more: Partial<CreatePostmortem> = {}) =>
      (await portal.api.createPostmortem({ body: aCreate(more) })).id;
    async function cover(id: string, key: string, api = portal.api) {
      const incidentId = (await incidents())[key].id;
      await api.coverIncident({ params: { id, incidentId } });
      await settled(knex, portal);
    }
    const history = async (id: string) =>
      (await portal.api.listHistory({ params: { id }, query: {} })).items.map(
        ({ action, after }) => [action, after],
      );

    it('follows it from then on: what it lacks it takes, what both say a person chooses', async () => {
      await tell(
        ...declared('10 09:00', { services: ['nobody knows'] }),
        happened('10 09:20', { kind: 'note', text: 'Rolled back.' }),
        happened('10 10:00', { kind: 'resolved' }),
      );
      const id = await start({ resolvedAt: undefined });
      await cover(id, 'INC-1');

      expect((await incidents())['INC-1']).toMatchObject({
        standing: 'covered',
        postmortemId: id,
      });
      const covered = await read(id);
      expect(covered).toMatchObject({
        title: 'Checkout returned 500s after cache flush',
        resolvedAt: '2026-03-10T10:00:00.000Z',
        governingSeverity: 'SEV-2',
        incidents: [{ key: 'INC-1' }],
      });
      expect(
        covered.sourceFacts.flatMap(({ field, state }) =>
          state === 'differs' ? field : [],
        ),
      ).toEqual(['title', 'startedAt', 'severityHistory']);
      const { items } = await portal.api.listTimelineEvents({ params: { id } });
      expect(items).toMatchObject([{ text: 'Rolled back.' }]);
      expect(await history(id)).toContainEqual([
        'incident-covered',
        'INC-1: Checkout is down',
      ]);

      // Once more it changes nothing.
      await cover(id, 'INC-1');
      expect(await read(id)).toEqual(covered);

      await tell(happened('10 10:30', { kind: 'reopened' }));
      expect((await read(id)).resolvedAt).toBeUndefined();
    });

    it('stands in place of the draft that nobody has begun', async () => {
      await tell(...declared('10 09:00'));
      const id = await start();
      await cover(id, 'INC-1');
      expect(
        (await portal.api.listPostmortems({ query: {} })).items,
      ).toMatchObject([{ id }]);

      await tell(...declared('11 09:00', { incident: 'INC-2' }));
      const begun = (await incidents())['INC-2'].postmortemId!;
      await portal.api.putSection({
        params: { id: begun, key: 'summary' },
        body: { markdown: 'Somebody was here.' },
        ifMatch: 0,
      });
      expect(await refusal(cover(id, 'INC-2'))).toEqual({
        status: 409,
        message: `${begun} covers the incident, and somebody has begun it`,
      });
    });

    it('covers a second incident that is no worse, and follows the first alone', async () => {
      await tell(
        ...declared('10 09:00', { severity: 'P2' }),
        ...declared('10 09:05', { incident: 'INC-2', severity: 'P1' }),
        ...declared('10 09:10', { incident: 'INC-3', severity: 'P2' }),
      );
      const id = (await incidents())['INC-1'].postmortemId!;
      expect(await refusal(cover(id, 'INC-2'))).toEqual({
        status: 409,
        message: `The incident was SEV-1 and ${id} is SEV-2: raise the severity of ${id} first`,
      });
      await cover(id, 'INC-3');
      const before = await read(id);
      expect(before.incidents.map(({ key }) => key)).toEqual([
        'INC-1',
        'INC-3',
      ]);
      await tell(
        happened('10 11:00', { kind: 'resolved' }, 'INC-3'),
        happened('10 11:00', { kind: 'note', text: 'x' }, 'INC-3'),
      );
      expect((await incidents())['INC-3']).toMatchObject({
        standing: 'covered',
        postmortemId: id,
      });
      expect(await read(id)).toEqual(before);
    });

    it('lets incidents wait again once it is deleted', async () => {
      await tell(...declared('10 09:00'));
      const id = (await incidents())['INC-1'].postmortemId!;
      const { revision } = await read(id);
      await portal.api.deletePostmortem({ params: { id }, ifMatch: revision });
      await settled(knex, portal);
      expect((await incidents())['INC-1']).toMatchObject({
        standing: 'waiting',
        waitingFor: 'deleted',
      });
      const another = await start();
      await cover(another, 'INC-1');
      expect((await incidents())['INC-1']).toMatchObject({
        standing: 'covered',
        postmortemId: another,
      });
    });

    it('must be as private, and be of those who see the incident', async () => {
      await tell(
        ...declared('10 09:00', { services: ['nobody knows'] }),
        happened('10 09:01', { kind: 'described', private: true }),
      );
      const id = await start();
      expect(await refusal(cover(id, 'INC-1', portal.as('auditor')))).toEqual({
        status: 409,
        message: `The incident is private and ${id} is not: restrict ${id} first`,
      });
      expect(
        await refusal(cover(id, 'INC-1', portal.as('outsider'))),
      ).toMatchObject({ status: 404, message: 'There is no incident 1' });
    });
  },
);
