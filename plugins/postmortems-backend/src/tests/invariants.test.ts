import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Postmortem,
  PostmortemsApi,
  UpdatePostmortem,
} from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import {
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
  settled,
} from '../__testUtils__/incidents';
import { POLICY } from '../__testUtils__/roles';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const PRIVATE = {
  status: 409,
  message:
    'visibility must be restricted while the postmortem covers a private incident. Make the incident public at its source first',
};

describe.each(databases.eachSupportedId())(
  'Invariants, whichever side changes, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    let api: PostmortemsApi;
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
        policy: POLICY,
        groups: { alice: ['group:default/checkout'] },
      });
      api = portal.api;
    });
    afterEach(() => portal.stop());

    const tell = (...changes: IncidentChange[]) =>
      deliverAndSettle(knex, portal, changes);
    const isPrivate = (value: boolean, time: string, incident = 'INC-1') =>
      happened(time, { kind: 'described', private: value }, incident);
    const read = (id: string): Promise<Postmortem> =>
      portal.asService.getPostmortem({ params: { id } });
    async function incidentOf(key: string) {
      const { items } = await portal.asService.listIncidents({
        query: { disposition: ['waiting', 'covered'] },
      });
      return items.find(each => each.key === key)!;
    }
    async function write(id: string, body: UpdatePostmortem, as = api) {
      const { revision } = await read(id);
      return as.updatePostmortem({ params: { id }, body, ifMatch: revision });
    }
    async function cover(id: string, key: string) {
      const { id: incidentId } = await incidentOf(key);
      return api.coverIncident({
        params: { id, incidentId },
        body: { reason: 'The same' },
      });
    }

    describe('a private incident and a restricted postmortem', () => {
      it('a postmortem of a private incident stays restricted', async () => {
        await tell(...declared('10 09:00'), isPrivate(true, '10 09:01'));
        const { postmortemId: draft } = await incidentOf('INC-1');
        const { id } = await api.createPostmortem({
          body: aCreate({ visibility: 'restricted' }),
        });
        await cover(id, 'INC-1');
        await settled(knex, portal);
        expect(id).not.toBe(draft);
        expect(await refusal(write(id, { visibility: 'internal' }))).toEqual({
          ...PRIVATE,
        });
        // It is no longer private, so it need not be restricted.
        await tell(isPrivate(false, '10 09:30'));
        expect((await write(id, { visibility: 'internal' })).visibility).toBe(
          'internal',
        );
      });

      it("a second incident, a merge or a person's choice does not open it", async () => {
        await tell(
          ...declared('10 09:00'),
          ...declared('10 09:05', { incident: 'INC-2' }),
          isPrivate(true, '10 09:06', 'INC-2'),
        );
        const first = (await incidentOf('INC-1')).postmortemId!;
        const second = (await incidentOf('INC-2')).postmortemId!;
        expect(await refusal(cover(first, 'INC-2'))).toMatchObject({
          status: 409,
          message: expect.stringContaining(`Restrict ${first} first`),
        });
        const { revision } = await write(second, { title: 'Begun' });
        const mergeBoth = (ifMatch: number) =>
          api.mergePostmortem({
            params: { id: second },
            body: { intoId: first, reason: 'The same' },
            ifMatch,
          });
        expect(await refusal(mergeBoth(revision))).toMatchObject({
          status: 409,
          message: `${second} is restricted and ${first} is not. Restrict ${first} first`,
        });
        await write(first, { visibility: 'restricted' });
        await mergeBoth(revision);
        await settled(knex, portal);
        // The followed incident is public, the other is not.
        await tell(isPrivate(true, '10 09:10'), isPrivate(false, '10 09:20'));
        expect(await read(first)).toMatchObject({ visibility: 'restricted' });
        expect(await refusal(write(first, { visibility: 'internal' }))).toEqual(
          PRIVATE,
        );
      });

      it('becomes restricted once any covered incident becomes private, even if published', async () => {
        await tell(
          ...declared('10 09:00'),
          happened('10 10:00', { kind: 'resolved' }),
          ...declared('10 09:05', { incident: 'INC-2' }),
          happened('10 10:00', { kind: 'resolved' }, 'INC-2'),
        );
        const id = (await incidentOf('INC-1')).postmortemId!;
        await cover(id, 'INC-2');
        await settled(knex, portal);
        await complete(api, { id });
        await publish(api, { id });
        await tell(isPrivate(true, '10 11:00', 'INC-2'));
        expect(await read(id)).toMatchObject({
          status: 'published',
          visibility: 'restricted',
        });
        expect(await refusal(write(id, { visibility: 'internal' }))).toEqual(
          PRIVATE,
        );
      });
    });

    describe('a restricted postmortem and its editor', () => {
      it('nobody can hide it from themselves through any field', async () => {
        const outsider = portal.as('bob');
        const { id } = await outsider.createPostmortem({
          body: aCreate({ ownerRef: 'user:default/bob' }),
        });
        const ours = { params: { id } };
        await outsider.putOwner({
          ...ours,
          body: { ownerRef: null },
          ifMatch: 1,
        });
        const hidden = {
          status: 400,
          message: expect.stringContaining('would hide this postmortem'),
        };
        expect(
          await refusal(write(id, { visibility: 'restricted' }, outsider)),
        ).toMatchObject(hidden);

        await outsider.putReviewers({
          ...ours,
          body: { reviewerRefs: ['user:default/bob'] },
          ifMatch: 2,
        });
        const { revision } = await write(
          id,
          { visibility: 'restricted' },
          outsider,
        );
        expect(
          await refusal(
            outsider.putReviewers({
              ...ours,
              body: { reviewerRefs: [] },
              ifMatch: revision,
            }),
          ),
        ).toMatchObject(hidden);
        await outsider.putOwner({
          ...ours,
          body: { ownerRef: 'user:default/bob' },
          ifMatch: revision,
        });
        await outsider.putReviewers({
          ...ours,
          body: { reviewerRefs: [] },
          ifMatch: revision + 1,
        });
        expect(
          await refusal(
            outsider.putOwner({
              ...ours,
              body: { ownerRef: 'user:default/alice' },
              ifMatch: revision + 2,
            }),
          ),
        ).toMatchObject(hidden);
        // A hand-over may end your own access.
        await outsider.handOverOwner({ ...ours, body: { reason: 'On leave' } });
        expect((await read(id)).ownerRef).toBeUndefined();
      });
    });

    describe('an owner and an acknowledgement', () => {
      it('an acknowledgement requires an owner', async () => {
        const orphan = api.importPostmortem({
          body: {
            ...aCreate(),
            importKey: 'orphan',
            ownerAcknowledgedAt: '2026-03-11T09:00:00Z',
          },
        });
        expect(await refusal(orphan)).toMatchObject({ status: 400 });
        const { id } = await api.createPostmortem({
          body: aCreate({ ownerRef: 'user:default/alice' }),
        });
        await api.acknowledgeOwner({ params: { id } });
        const { revision } = await read(id);
        const unowned = await api.putOwner({
          params: { id },
          body: { ownerRef: null },
          ifMatch: revision,
        });
        expect(unowned.ownerAcknowledgedAt).toBeUndefined();
      });
    });

    describe('a resolution and a publication', () => {
      it('a published postmortem is resolved', async () => {
        const { id } = await api.createPostmortem({
          body: aCreate({ resolvedAt: undefined }),
        });
        await complete(api, { id });
        expect(await refusal(publish(api, { id }))).toMatchObject({
          status: 409,
          message: expect.stringContaining('resolve'),
        });
        const unresolved = api.importPostmortem({
          body: {
            ...aCreate({ resolvedAt: undefined }),
            importKey: 'unresolved',
            status: 'published',
            publishedAt: '2026-03-11T09:00:00Z',
          },
        });
        expect(await refusal(unresolved)).toMatchObject({
          status: 400,
          message: expect.stringMatching(/^resolvedAt is required/),
        });
        await write(id, { resolvedAt: '2026-03-10T11:00:00Z' });
        await api.changeStatus({
          params: { id },
          body: { to: 'published' },
          ifMatch: (await read(id)).revision,
        });
        expect(await refusal(write(id, { resolvedAt: null }))).toMatchObject({
          status: 409,
        });
      });
    });
  },
);
