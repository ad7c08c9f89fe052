import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  CreatePostmortem,
  PostmortemsApi,
} from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
  incidentsByKey,
  settled,
} from '../__testUtils__/incidents';
import { POLICY } from '../__testUtils__/roles';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'A postmortem linked to an incident by a person, %s',
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

    const tell = (...changes: IncidentChange[]) =>
      deliverAndSettle(knex, portal, changes);
    const incidents = () => incidentsByKey(portal);
    const read = (id: string) => portal.api.getPostmortem({ params: { id } });
    const start = async (more: Partial<CreatePostmortem> = {}) =>
      (await portal.api.createPostmortem({ body: aCreate(more) })).id;
    async function cover(
      id: string,
      key: string,
      {
        api = portal.api,
        reason,
      }: { api?: PostmortemsApi; reason?: string } = {},
    ) {
      const incidentId = (await incidents())[key].id;
      await api.coverIncident({ params: { id, incidentId }, body: { reason } });
      await settled(knex, portal);
    }
    const SAME = 'They are the same incident';
    const history = async (id: string) =>
      (await portal.api.listHistory({ params: { id }, query: {} })).items.map(
        ({ action, after }) => [action, after],
      );

    it('follows it from then on: merges obligations, takes missing facts, and lets a person choose the rest', async () => {
      await tell(
        ...declared('10 09:00', { services: ['nobody knows'] }),
        happened('10 09:20', { kind: 'note', text: 'Rolled back.' }),
        happened('10 10:00', { kind: 'resolved' }),
      );
      const id = await start({ resolvedAt: undefined });
      await cover(id, 'INC-1');

      expect((await incidents())['INC-1']).toMatchObject({
        disposition: 'covered',
        postmortemId: id,
      });
      const covered = await read(id);
      expect(covered).toMatchObject({
        title: 'Checkout returned 500s after cache flush',
        resolvedAt: '2026-03-10T10:00:00.000Z',
        startedAt: '2026-03-10T09:00:00.000Z',
        governingSeverity: 'SEV-1',
        dueAt: '2026-03-13T23:59:59.999Z',
        incidents: [{ key: 'INC-1' }],
      });
      expect(
        covered.sourceFacts.flatMap(({ field, state }) =>
          state === 'differs' ? field : [],
        ),
      ).toEqual(['title']);
      const { items } = await portal.api.listTimelineEvents({ params: { id } });
      expect(items).toMatchObject([{ text: 'Rolled back.' }]);
      expect(await history(id)).toContainEqual([
        'incident-covered',
        'INC-1: Checkout is down',
      ]);

      // Repeating it has no effect.
      await cover(id, 'INC-1');
      expect(await read(id)).toEqual(covered);

      await tell(happened('10 10:30', { kind: 'reopened' }));
      expect((await read(id)).resolvedAt).toBeUndefined();
    });

    it('replaces an untouched draft', async () => {
      await tell(...declared('10 09:00'));
      const id = await start();
      await cover(id, 'INC-1', { reason: SAME });
      expect(
        (await portal.api.listPostmortems({ query: {} })).items,
      ).toMatchObject([{ id }]);

      await tell(...declared('11 09:00', { incident: 'INC-2' }));
      const edited = (await incidents())['INC-2'].postmortemId!;
      await portal.api.putSection({
        params: { id: edited, key: 'summary' },
        body: { markdown: 'Somebody was here.' },
        ifMatch: 0,
      });
      expect(await refusal(cover(id, 'INC-2'))).toEqual({
        status: 409,
        message: `${edited} covers the incident and is no longer empty. Merge ${edited} instead`,
      });
    });

    it('covers a second incident with the worst severity and duration of both', async () => {
      await tell(
        ...declared('10 09:00', { severity: 'P2' }),
        happened('10 10:00', { kind: 'resolved' }),
        ...declared('10 09:05', { incident: 'INC-2', severity: 'P2' }),
        happened('10 09:50', { kind: 'resolved' }, 'INC-2'),
        ...declared('10 09:10', {
          incident: 'INC-3',
          severity: 'P1',
          services: ['payments-db'],
        }),
      );
      const id = (await incidents())['INC-1'].postmortemId!;
      await cover(id, 'INC-2');
      await cover(id, 'INC-3', { reason: SAME });
      expect(await read(id)).toMatchObject({
        incidents: [{ key: 'INC-1' }, { key: 'INC-2' }, { key: 'INC-3' }],
        governingSeverity: 'SEV-1',
        entityRefs: [
          'component:default/checkout-api',
          'resource:default/payments-db',
        ],
        teamRefs: ['group:default/checkout', 'group:default/platform'],
        sourceFacts: expect.arrayContaining([
          expect.objectContaining({ field: 'severityHistory', state: 'same' }),
        ]),
      });
      expect((await read(id)).resolvedAt).toBeUndefined();

      // Changes of an incident that it does not follow count, too.
      await tell(
        happened('10 11:00', { kind: 'resolved' }, 'INC-3'),
        happened('10 11:00', { kind: 'note', text: 'x' }, 'INC-3'),
      );
      expect(await read(id)).toMatchObject({
        resolvedAt: '2026-03-10T11:00:00.000Z',
        dueAt: '2026-03-13T23:59:59.999Z',
        timeline: [],
      });
    });

    it('rises with the severity of any covered incident', async () => {
      await tell(
        ...declared('10 09:00', { severity: 'P2' }),
        ...declared('10 09:05', { incident: 'INC-2', severity: 'P3' }),
      );
      const id = (await incidents())['INC-1'].postmortemId!;
      const { revision } = await read(id);
      await portal.api.updatePostmortem({
        params: { id },
        body: { severity: 'SEV-3', severityReason: 'It was less' },
        ifMatch: revision,
      });
      await cover(id, 'INC-2');
      await tell(
        happened(
          '10 09:30',
          { kind: 'severity-changed', severity: 'P1' },
          'INC-2',
        ),
      );
      expect(await read(id)).toMatchObject({ governingSeverity: 'SEV-1' });
    });

    it('must be as private as the incident', async () => {
      await tell(
        ...declared('10 09:00', { services: ['nobody knows'] }),
        happened('10 09:01', { kind: 'described', private: true }),
      );
      const id = await start();
      expect(
        await refusal(cover(id, 'INC-1', { api: portal.as('auditor') })),
      ).toEqual({
        status: 409,
        message: `The incident is private and ${id} is not restricted. Restrict ${id} first`,
      });
      expect(
        await refusal(cover(id, 'INC-1', { api: portal.as('outsider') })),
      ).toMatchObject({ status: 404, message: 'Incident 1 not found' });
    });
  },
);
