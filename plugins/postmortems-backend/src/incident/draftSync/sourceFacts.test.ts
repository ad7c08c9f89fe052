import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type {
  Postmortem,
  SourceFactField,
  UpdatePostmortem,
} from 'backstage-plugin-postmortems-common';
import type { IncidentChange } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../../__testUtils__/FakeSource';
import {
  ENTITIES,
  complete,
  publish,
  refusal,
  startPortal,
} from '../../__testUtils__/harness';
import type { TestPortal } from '../../__testUtils__/harness';
import {
  declared,
  deliverAndSettle,
  happened,
} from '../../__testUtils__/incidents';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function user(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile: { email: `${name}@Example.com` } },
  };
}

describe.each(databases.eachSupportedId())(
  'A postmortem and its source, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    const tell = (...changes: IncidentChange[]) =>
      deliverAndSettle(knex, portal, changes);
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({
        knex,
        features: [withSource(new FakeSource())],
      });
      portal.catalog.entities = [
        ...ENTITIES.filter(({ kind }) => kind !== 'User'),
        ...['alice', 'bob', 'carol'].map(user),
      ];
      await tell(
        ...declared('10 09:00'),
        happened('10 10:00', { kind: 'resolved' }),
      );
    });
    afterEach(() => portal.stop());

    const params = { id: 'PM-1' };
    const read = () => portal.api.getPostmortem({ params });

    async function write(body: UpdatePostmortem) {
      const { revision } = await read();
      return portal.api.updatePostmortem({ params, body, ifMatch: revision });
    }
    async function choose(
      field: SourceFactField,
      choice: 'source' | 'current',
    ) {
      const { revision } = await read();
      return portal.api.chooseSourceFact({
        params: { ...params, field },
        body: { choose: choice },
        ifMatch: revision,
      });
    }
    const stateOf = ({ sourceFacts }: Postmortem, field: SourceFactField) =>
      sourceFacts.find(fact => fact.field === field);

    it('is an untouched draft until a person edits it', async () => {
      const edited = async (value: 'true' | 'false') =>
        (await portal.api.listPostmortems({ query: { edited: value } }))
          .totalItems;
      expect([await edited('false'), await edited('true')]).toEqual([1, 0]);
      expect(stateOf(await read(), 'startedAt')).toEqual({
        field: 'startedAt',
        source: 'fake',
        sourceTitle: 'Fake source',
        value: '2026-03-10T09:00:00.000Z',
        at: '2026-03-10T09:00:00.000Z',
        state: 'same',
      });
      await portal.asService.putSection({
        params: { ...params, key: 'impact' },
        body: { markdown: 'Written by a script' },
        ifMatch: 0,
      });
      expect((await read()).edited).toBe(false);
      await portal.api.addComment({ params, body: { markdown: 'x' } });
      expect((await read()).edited).toBe(true);
      expect([await edited('false'), await edited('true')]).toEqual([0, 1]);
    });

    it('follows the source in unedited facts', async () => {
      expect((await write({ title: 'Ours' })).edited).toBe(true);
      await tell(
        happened('10 11:00', { kind: 'reopened' }),
        happened('10 12:00', { kind: 'mitigated' }),
        happened('10 12:30', { kind: 'resolved' }),
        happened('10 12:40', { kind: 'severity-changed', severity: 'P2' }),
      );
      const after = await read();
      expect(after).toMatchObject({
        title: 'Ours',
        mitigatedAt: '2026-03-10T12:00:00.000Z',
        resolvedAt: '2026-03-10T12:30:00.000Z',
        severity: 'SEV-2',
        governingSeverity: 'SEV-1',
      });
      expect(stateOf(after, 'title')).toMatchObject({
        value: 'INC-1: Checkout is down',
        state: 'edited',
      });
      expect(stateOf(after, 'resolvedAt')).toMatchObject({ state: 'same' });
      const { items } = await portal.api.listHistory({ params, query: {} });
      expect(items).toContainEqual(
        expect.objectContaining({
          actorRef: 'incident-source:fake',
          action: 'field-changed',
          field: 'resolvedAt',
          before: '2026-03-10T10:00:00.000Z',
          after: '2026-03-10T12:30:00.000Z',
        }),
      );
    });

    it('lets a person resolve conflicts, and keeps the choice', async () => {
      await write({ title: 'Ours' });
      const { revision, contentRevision } = await read();
      await tell(
        happened('10 11:00', { kind: 'described', title: 'Theirs' }),
        happened('10 11:01', { kind: 'note', text: 'x' }),
      );
      const differing = await read();
      expect(differing.title).toBe('Ours');
      expect(differing.contentRevision).toBe(contentRevision + 1);
      expect(stateOf(differing, 'title')).toMatchObject({
        value: 'Theirs',
        at: '2026-03-10T11:00:00.000Z',
        state: 'differs',
      });
      // Choosing requires the current revision.
      const blind = portal.api.chooseSourceFact({
        params: { ...params, field: 'title' },
        body: { choose: 'source' },
        ifMatch: revision,
      });
      expect((await refusal(blind)).status).toBe(412);

      const kept = await choose('title', 'current');
      expect(kept.title).toBe('Ours');
      expect(stateOf(kept, 'title')).toMatchObject({ state: 'edited' });
      await tell(happened('10 11:05', { kind: 'note', text: 'y' }));
      expect(stateOf(await read(), 'title')).toMatchObject({ state: 'edited' });

      await tell(happened('10 11:10', { kind: 'described', title: 'Newer' }));
      const taken = await choose('title', 'source');
      expect(taken.title).toBe('Newer');
      expect(stateOf(taken, 'title')).toMatchObject({ state: 'same' });
      await tell(happened('10 11:20', { kind: 'described', title: 'Newest' }));
      expect((await read()).title).toBe('Newest');

      const nothing = choose('title', 'source');
      expect((await refusal(nothing)).status).toBe(409);
      const { items } = await portal.api.listHistory({ params, query: {} });
      expect(items.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['source-fact-differed', 'source-fact-kept']),
      );
      expect(
        items.filter(({ action }) => action === 'source-fact-differed'),
      ).toHaveLength(2);
    });

    it('merges people and entities', async () => {
      const assigned = (email: string, role: string, commander = false) =>
        happened('10 09:05', {
          kind: 'person-assigned',
          person: { email },
          role,
          commander,
        });
      await tell(
        assigned('ALICE@example.com', 'Incident Commander', true),
        assigned('bob@example.com', 'responder'),
        assigned('nobody@example.com', 'responder'),
      );
      expect(await read()).toMatchObject({
        commanderRef: 'user:default/alice',
        contributors: [{ userRef: 'user:default/bob', role: 'responder' }],
      });
      await write({
        contributors: [{ userRef: 'user:default/alice', role: 'scribe' }],
        entityRefs: [
          'component:default/orphan',
          'component:default/checkout-api',
        ],
      });
      await tell(
        assigned('carol@example.com', 'responder'),
        happened('10 09:30', {
          kind: 'services-changed',
          services: [{ id: 'checkout-api' }, { id: 'Payments DB' }],
        }),
      );
      const after = await read();
      expect(after.contributors).toEqual([
        { userRef: 'user:default/alice', role: 'scribe' },
        { userRef: 'user:default/carol', role: 'responder' },
      ]);
      expect(after.entityRefs).toEqual([
        'component:default/orphan',
        'component:default/checkout-api',
        'resource:default/payments-db',
      ]);
      expect(after.teamRefs).toEqual([
        'group:default/checkout',
        'group:default/platform',
      ]);
      expect(stateOf(after, 'entityRefs')).toMatchObject({ state: 'edited' });
    });

    it('keeps a person’s time that is inconsistent with the source’s', async () => {
      await write({ startedAt: '2026-03-10T09:30:00Z' });
      await tell(
        happened('10 10:30', {
          kind: 'times-changed',
          startedAt: '2026-03-10T08:00:00.000Z',
          resolvedAt: '2026-03-10T09:10:00.000Z',
        }),
      );
      const after = await read();
      expect(after).toMatchObject({
        startedAt: '2026-03-10T09:30:00.000Z',
        resolvedAt: '2026-03-10T10:00:00.000Z',
      });
      expect(stateOf(after, 'resolvedAt')).toMatchObject({ state: 'differs' });
      const impossible = choose('resolvedAt', 'source');
      expect(await refusal(impossible)).toMatchObject({ status: 400 });
      await choose('startedAt', 'source');
      expect((await choose('resolvedAt', 'source')).resolvedAt).toBe(
        '2026-03-10T09:10:00.000Z',
      );
    });

    it('stays unchanged while published, until reopened', async () => {
      await complete(portal.api, params);
      await publish(portal.api, params);
      await tell(
        happened('10 11:00', { kind: 'described', title: 'Theirs' }),
        happened('10 11:01', { kind: 'note', text: 'Found the cause' }),
        happened('10 11:02', {
          kind: 'services-changed',
          services: [{ id: 'checkout-api' }, { id: 'payments-db' }],
        }),
      );
      const published = await read();
      expect(published).toMatchObject({
        status: 'published',
        title: 'INC-1: Checkout is down',
        entityRefs: ['component:default/checkout-api'],
        timeline: [],
      });
      for (const field of ['title', 'entityRefs'] as const) {
        expect(stateOf(published, field)).toMatchObject({ state: 'differs' });
      }
      expect(await refusal(choose('title', 'source'))).toMatchObject({
        status: 409,
        message: expect.stringContaining('Reopen'),
      });

      await portal.api.changeStatus({
        params,
        body: { to: 'draft', reason: 'The title is wrong' },
        ifMatch: published.revision,
      });
      expect((await choose('title', 'source')).title).toBe('Theirs');
      expect(await choose('entityRefs', 'source')).toMatchObject({
        entityRefs: [
          'component:default/checkout-api',
          'resource:default/payments-db',
        ],
        teamRefs: ['group:default/checkout', 'group:default/platform'],
      });
      await tell(happened('10 11:30', { kind: 'note', text: 'Mended' }));
      expect((await read()).timeline.map(({ text }) => text)).toEqual([
        'Found the cause',
        'Mended',
      ]);
    });

    it('gets each timeline event once, and none that was removed', async () => {
      const note = (time: string, text: string) =>
        happened(time, { kind: 'note', text });
      await tell(note('10 09:10', 'One'), note('10 09:20', 'Two'));
      const { timeline } = await read();
      await portal.api.removeTimelineEvent({
        params: { ...params, itemId: timeline[0].id },
        ifMatch: 1,
      });
      await tell(
        note('10 09:10', 'One'),
        note('10 09:20', 'Two'),
        note('10 09:15', 'Between'),
      );
      expect((await read()).timeline.map(({ text }) => text)).toEqual([
        'Between',
        'Two',
      ]);
    });
  },
);
