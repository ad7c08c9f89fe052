import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  ENTITIES,
  aCreate,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { FakeSource, withSource } from '../__testUtils__/FakeSource';
import {
  declared,
  deliverAndSettle,
  happened,
} from '../__testUtils__/incidents';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const TEAM = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'checkout', namespace: 'default' },
  relations: [{ type: 'hasMember', targetRef: 'user:default/bob' }],
};

async function start(knex: Knex, reminders?: JsonObject): Promise<TestPortal> {
  const portal = await startPortal({
    knex,
    config: { postmortems: reminders ? { reminders } : {} },
    features: [withSource(new FakeSource())],
  });
  portal.catalog.entities = [
    ...ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout'),
    TEAM,
  ];
  return portal;
}

/** Moves the clock and returns the questions sent since the last time. */
async function asked(
  portal: TestPortal,
  at: string,
): Promise<(string | undefined)[][]> {
  portal.clock.now = new Date(at);
  await portal.runTask('remind');
  return portal.notifications.sent
    .splice(0)
    .filter(({ payload }) => payload.topic === 'incident')
    .map(({ recipients, payload }) => [
      (recipients as { entityRef: string }).entityRef,
      payload.title,
      payload.link,
    ]);
}

describe.each(databases.eachSupportedId())(
  'Unresolved incidents, %s',
  databaseId => {
    it('are asked about: first the commander, then the team, again and again', async () => {
      const portal = await start(await databases.init(databaseId));
      const { api } = portal;
      const { id, ongoing } = await api.createPostmortem({
        body: aCreate({
          resolvedAt: undefined,
          commanderRef: 'user:default/carol',
        }),
      });
      // Thursday noon, and three days later.
      expect(ongoing).toEqual({
        lastNewsAt: '2026-03-12T12:00:00.000Z',
        confirmFrom: '2026-03-15T12:00:00.000Z',
      });

      // Sunday is a day off.
      expect(await asked(portal, '2026-03-15T13:00:00.000Z')).toEqual([]);
      const title =
        'PM-1 is still unresolved: Checkout returned 500s after cache flush';
      const link = '/postmortems/PM-1#still-ongoing';
      expect(await asked(portal, '2026-03-16T09:00:00.000Z')).toEqual([
        ['user:default/carol', title, link],
      ]);
      expect(await asked(portal, '2026-03-17T12:00:00.000Z')).toEqual([]);
      expect(await asked(portal, '2026-03-18T12:00:00.000Z')).toEqual([
        ['user:default/bob', title, link],
      ]);
      // The team is asked every three days, and not on the Saturday.
      expect(await asked(portal, '2026-03-20T12:00:00.000Z')).toEqual([]);
      expect(await asked(portal, '2026-03-21T12:00:00.000Z')).toEqual([]);
      const team = [['user:default/bob', title, link]];
      expect(await asked(portal, '2026-03-23T09:00:00.000Z')).toEqual(team);
      // Three days after the latest question, not after when it was due.
      expect(await asked(portal, '2026-03-26T08:59:00.000Z')).toEqual([]);
      expect(await asked(portal, '2026-03-26T09:00:00.000Z')).toEqual(team);
      expect(await asked(portal, '2026-03-26T12:00:00.000Z')).toEqual([]);

      // Questions that were missed are not made up for, neither unsent nor unplanned ones.
      portal.notifications.down = true;
      expect(await asked(portal, '2026-03-30T09:00:00.000Z')).toEqual([]);
      portal.notifications.down = false;
      expect(await asked(portal, '2026-04-20T12:00:00.000Z')).toEqual(team);
      expect(await asked(portal, '2026-04-20T12:01:00.000Z')).toEqual([]);

      // The answer restarts the clock, and is in the history.
      const answered = await portal
        .as('bob')
        .confirmOngoing({ params: { id } });
      expect(answered.ongoing?.lastNewsAt).toBe('2026-04-20T12:01:00.000Z');
      const { items } = await api.listHistory({
        params: { id },
        query: { action: ['still-ongoing'] },
      });
      expect(items).toEqual([
        expect.objectContaining({
          actorRef: 'user:default/bob',
          at: '2026-04-20T12:01:00.000Z',
        }),
      ]);
      expect(await asked(portal, '2026-04-23T12:01:00.000Z')).toEqual([
        ['user:default/carol', title, link],
      ]);

      const { revision } = await api.getPostmortem({ params: { id } });
      const resolved = await api.updatePostmortem({
        params: { id },
        body: { resolvedAt: '2026-04-23T12:00:00.000Z' },
        ifMatch: revision,
      });
      expect(resolved.ongoing).toBeUndefined();
      expect(await asked(portal, '2026-05-20T12:00:00.000Z')).toEqual([]);
      expect(
        await refusal(api.confirmOngoing({ params: { id } })),
      ).toMatchObject({
        status: 409,
        message: expect.stringContaining('PM-1 was resolved at'),
      });
      await portal.stop();
    });

    it('are asked about as often as configured', async () => {
      const portal = await start(await databases.init(databaseId), {
        unresolved: [
          { severity: 'SEV-1', after: { hours: 4 } },
          { after: { days: 1 }, repeatEvery: { days: 7 } },
        ],
      });
      for (const severity of ['SEV-1', 'SEV-3']) {
        await portal.api.createPostmortem({
          body: aCreate({ severity, resolvedAt: undefined }),
        });
      }
      // Nobody leads them, so the first question goes to the team, too.
      expect(await asked(portal, '2026-03-12T16:00:00.000Z')).toHaveLength(1);
      const questions: string[] = [];
      for (let day = 12; day <= 24; day++) {
        const sent = await asked(portal, `2026-03-${day}T22:00:00.000Z`);
        const ids = sent.map(([, title]) => title?.split(' ')[0]);
        questions.push(`${day}: ${ids.sort().join(' ')}`.trim());
      }
      expect(questions).toEqual([
        '12: PM-1',
        '13: PM-1 PM-2',
        '14:',
        '15:',
        '16: PM-1 PM-2',
        '17: PM-1',
        '18: PM-1',
        '19: PM-1',
        '20: PM-1',
        '21:',
        '22:',
        '23: PM-1 PM-2',
        '24: PM-1',
      ]);
      await portal.stop();
    });

    it('are not asked about while the source or people bring news', async () => {
      const knex = await databases.init(databaseId);
      const portal = await start(knex, {
        unresolved: [{ severity: 'P1', after: { days: 1 } }],
      });
      const { api } = portal;
      portal.clock.now = new Date('2026-03-10T10:00:00.000Z');
      await deliverAndSettle(knex, portal, declared('10 09:00'));
      expect(await asked(portal, '2026-03-11T09:00:00.000Z')).toEqual([]);

      await deliverAndSettle(knex, portal, [
        happened('11 08:00', { kind: 'acknowledged' }),
      ]);
      expect(await asked(portal, '2026-03-12T08:59:00.000Z')).toEqual([]);
      await api.addTimelineEvent({
        params: { id: 'PM-1' },
        body: {
          occurredAt: '2026-03-12T08:00:00.000Z',
          kind: 'note',
          text: 'Still looking',
        },
      });
      expect(await asked(portal, '2026-03-13T08:58:00.000Z')).toEqual([]);
      // Comments and texts tell nothing about the incident.
      await api.addComment({
        params: { id: 'PM-1' },
        body: { markdown: 'Who is on this?' },
      });
      expect(await asked(portal, '2026-03-13T09:00:00.000Z')).toHaveLength(1);

      // A message that could not be sent is dropped if there is news by then.
      portal.notifications.down = true;
      expect(await asked(portal, '2026-03-16T09:00:00.000Z')).toEqual([]);
      await deliverAndSettle(knex, portal, [
        happened('16 09:00', { kind: 'resolved' }),
      ]);
      portal.notifications.down = false;
      expect(await asked(portal, '2026-03-16T10:00:00.000Z')).toEqual([]);
      await portal.stop();
    });

    it('keep an untouched draft untouched when someone confirms them', async () => {
      const knex = await databases.init(databaseId);
      const portal = await start(knex);
      await deliverAndSettle(knex, portal, declared('10 09:00'));
      const { edited, revision } = await portal.api.confirmOngoing({
        params: { id: 'PM-1' },
      });
      expect([edited, revision]).toEqual([false, 1]);
      await portal.stop();
    });

    it('are asked about after an upgrade, too', async () => {
      const knex = await databases.init(databaseId);
      const portal = await start(knex);
      for (const title of ['Checked before', 'Never checked']) {
        await portal.api.createPostmortem({
          body: aCreate({ title, resolvedAt: undefined }),
        });
      }
      await knex('postmortem_reminders').where({ postmortem_id: 2 }).delete();
      const questions = await asked(portal, '2026-03-16T09:00:00.000Z');
      expect(questions.map(([, title]) => title).sort()).toEqual([
        'PM-1 is still unresolved: Checked before',
        'PM-2 is still unresolved: Never checked',
      ]);
      await portal.stop();
    });

    it('are a filter', async () => {
      const portal = await start(await databases.init(databaseId));
      const { api } = portal;
      await api.createPostmortem({ body: aCreate() });
      await api.createPostmortem({ body: aCreate({ resolvedAt: undefined }) });
      const found = async (resolved: 'true' | 'false') => {
        const { items } = await api.listPostmortems({ query: { resolved } });
        return items.map(({ id }) => id);
      };
      expect(await found('true')).toEqual(['PM-1']);
      expect(await found('false')).toEqual(['PM-2']);
      const after = async (resolvedAfter: string) => {
        const { items } = await api.listPostmortems({
          query: { resolvedAfter },
        });
        return items.map(({ id }) => id).sort();
      };
      expect(await after('2026-03-10T11:28:00.000Z')).toEqual(['PM-1', 'PM-2']);
      expect(await after('2026-03-10T11:28:00.001Z')).toEqual(['PM-2']);
      await portal.stop();
    });
  },
);
