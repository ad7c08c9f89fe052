import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import {
  ENTITIES,
  aCreate,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Alice and Bob are the checkout team. */
const COMPANY = [
  ...ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'checkout', namespace: 'default' },
    relations: ['alice', 'bob'].map(name => ({
      type: 'hasMember',
      targetRef: `user:default/${name}`,
    })),
  },
];

describe.each(databases.eachSupportedId())(
  'Direct messages, %s',
  databaseId => {
    let knex: Knex;
    let portal: TestPortal;
    let latest: Postmortem;

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      portal = await startPortal({ knex });
      portal.catalog.entities = COMPANY;
      latest = await portal.api.createPostmortem({ body: aCreate() });
    });
    afterEach(() => portal.stop());

    const at = () => ({ params: { id: latest.id }, ifMatch: latest.revision });

    async function isSending(): Promise<boolean> {
      const waiting = await knex('postmortem_messages')
        .where({ state: 'waiting' })
        .whereNot({ kind: 'line' });
      return waiting.length > 0;
    }

    /** Messages since the last call, by recipient. */
    async function told() {
      await portal.runTask('remind');
      // A concurrent run may still be sending.
      while (await isSending()) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      const { sent } = portal.notifications;
      return sent
        .splice(0)
        .map(({ recipients, payload }) => ({
          to: recipients.type === 'entity' ? String(recipients.entityRef) : '',
          title: payload.title.split(': ')[0],
          description: payload.description,
        }))
        .sort((a, b) => a.to.localeCompare(b.to))
        .map(({ to, title, description }) =>
          [to.slice('user:default/'.length), title, description].join(' | '),
        );
    }

    it('report a scheduled, moved and cancelled meeting', async () => {
      latest = await portal.api.putOwner({
        ...at(),
        body: { ownerRef: 'user:default/bob' },
      });
      await told();
      const put = async (
        body: Parameters<TestPortal['api']['putMeeting']>[0]['body'],
      ) => {
        latest = await portal.api.putMeeting({ ...at(), body });
        return told();
      };
      const attendeeRefs = ['user:default/alice', 'user:default/carol'];
      expect(
        await put({
          scheduledFor: '2026-03-13T09:00:00Z',
          attendeeRefs,
          url: 'https://meet.example.com/1',
        }),
      ).toEqual([
        'bob | Review meeting for PM-1 scheduled | Fri 13 Mar 2026, 09:00 (UTC), https://meet.example.com/1',
        'carol | Review meeting for PM-1 scheduled | Fri 13 Mar 2026, 09:00 (UTC), https://meet.example.com/1',
      ]);
      // A new attendee is no news for the others.
      const fewer = ['user:default/alice'];
      const moved = { scheduledFor: '2026-03-16T09:00:00Z' };
      expect(
        await put({
          scheduledFor: '2026-03-13T09:00:00Z',
          attendeeRefs: fewer,
          url: 'https://meet.example.com/1',
        }),
      ).toEqual([
        'carol | You are no longer invited to the review meeting for PM-1 | Fri 13 Mar 2026, 09:00 (UTC), https://meet.example.com/1',
      ]);
      expect(await put({ ...moved, attendeeRefs })).toEqual([
        'bob | Review meeting for PM-1 changed | Mon 16 Mar 2026, 09:00 (UTC)',
        'carol | Review meeting for PM-1 scheduled | Mon 16 Mar 2026, 09:00 (UTC)',
      ]);
      expect(await put({})).toEqual([
        'bob | Review meeting for PM-1 canceled | Mon 16 Mar 2026, 09:00 (UTC)',
        'carol | Review meeting for PM-1 canceled | Mon 16 Mar 2026, 09:00 (UTC)',
      ]);
      // Nor is a meeting in the past.
      expect(
        await put({ scheduledFor: '2026-03-11T09:00:00Z', attendeeRefs }),
      ).toEqual([]);
      expect(await put({ heldAt: '2026-03-11T09:00:00Z' })).toEqual([]);
    });

    it('report waivers and extensions, and their changes', async () => {
      latest = await portal.api.putOwner({
        ...at(),
        body: { ownerRef: 'user:default/carol' },
      });
      await told();
      const alice = portal.as('alice');
      const bob = portal.as('bob');
      latest = await alice.putExtension({
        ...at(),
        body: { dueAt: '2026-03-20T12:00:00Z', reason: 'The vendor is asked' },
      });
      const extended =
        'alice extended it: "The vendor is asked". It is due Fri 20 Mar 2026, 12:00.';
      expect(await told()).toEqual([
        `bob | The deadline of PM-1 was extended | ${extended}`,
        `carol | The deadline of PM-1 was extended | ${extended}`,
      ]);
      latest = await alice.putExtension({
        ...at(),
        body: { dueAt: '2026-03-21T12:00:00Z', reason: 'Once more' },
      });
      expect((await told())[0]).toMatch(
        /^bob \| The extension for PM-1 was changed/,
      );
      await alice.deleteExtension({ ...at(), body: { reason: 'Not needed' } });
      expect(await told()).toEqual([
        'bob | The extension for PM-1 was withdrawn | alice withdrew it: "Not needed". It is due Tue 17 Mar 2026, end of day.',
        'carol | The extension for PM-1 was withdrawn | alice withdrew it: "Not needed". It is due Tue 17 Mar 2026, end of day.',
      ]);
      latest = await alice.getPostmortem({ params: { id: latest.id } });

      // Without an owner, only the team.
      latest = await alice.putOwner({ ...at(), body: { ownerRef: null } });
      latest = await bob.putWaiver({
        ...at(),
        body: { reason: 'A drill', expiresAt: '2026-03-14T12:00:00Z' },
      });
      expect(await told()).toEqual([
        'alice | PM-1 was waived | Bob Brown waived it until Sat 14 Mar 2026, 12:00: "A drill". It is due Tue 17 Mar 2026, end of day.',
      ]);
      await bob.deleteWaiver({ ...at(), body: { reason: 'No drill' } });
      expect(await told()).toEqual([
        'alice | The waiver for PM-1 was withdrawn | Bob Brown withdrew it: "No drill". It is due Tue 17 Mar 2026, end of day.',
      ]);
    });

    it('report an expired waiver once, like the history', async () => {
      const { api, clock } = portal;
      const params = { id: latest.id };
      latest = await portal.as('carol').putWaiver({
        ...at(),
        body: { reason: 'A drill', expiresAt: '2026-03-16T12:00:00Z' },
      });
      await told();
      const expiries = async () =>
        (await api.listHistory({ params })).items.filter(
          ({ action }) => action === 'waiver-expired',
        );
      clock.now = new Date('2026-03-16T11:59:00Z');
      await told();
      expect(await expiries()).toEqual([]);

      clock.now = new Date('2026-03-16T12:00:00Z');
      const news =
        'The waiver for PM-1 has expired | The deadline applies again. It is due Tue 17 Mar 2026, end of day.';
      expect((await told()).filter(line => line.includes('expired'))).toEqual([
        `alice | ${news}`,
        `bob | ${news}`,
      ]);
      expect(await expiries()).toEqual([
        expect.objectContaining({
          actorRef: 'plugin:postmortems',
          at: '2026-03-16T12:00:00.000Z',
          before: expect.objectContaining({
            reason: 'A drill',
            expiresAt: '2026-03-16T12:00:00.000Z',
          }),
        }),
      ]);
      const { complianceStatus } = await api.getPostmortem({ params });
      expect(complianceStatus).toBe('on-track');

      // Refreshed several times, and granted again.
      await api.addActionItem({
        params,
        body: { title: 'Mend it', kind: 'repair', priority: 'P1' },
      });
      expect(await told()).toEqual([]);
      expect(await expiries()).toHaveLength(1);
      latest = await api.getPostmortem({ params });
      await portal.as('carol').putWaiver({
        ...at(),
        body: { reason: 'Another', expiresAt: '2026-03-16T13:00:00Z' },
      });
      await told();
      clock.now = new Date('2026-03-16T13:00:00Z');
      await told();
      expect(await expiries()).toHaveLength(2);
    });

    it('report action items whose owner left', async () => {
      const { api, clock, catalog } = portal;
      const params = { id: latest.id };
      const { actionItems } = await addItems();
      async function addItems() {
        for (const ownerRef of ['carol', 'carol', 'bob']) {
          await api.addActionItem({
            params,
            body: {
              title: `Mend it`,
              kind: 'repair',
              priority: 'P1',
              status: 'open',
              ownerRef: `user:default/${ownerRef}`,
              dueAt: '2026-03-18T12:00:00Z',
            },
          });
        }
        return api.getPostmortem({ params });
      }
      await api.updateActionItem({
        params: { ...params, key: 'A2' },
        body: { status: 'done' },
        ifMatch: actionItems[1].revision,
      });
      const owners = async () =>
        (await api.getPostmortem({ params })).actionItems.map(
          ({ ownerRef }) => ownerRef?.split('/')[1],
        );
      const left = COMPANY.filter(({ metadata }) => metadata.name !== 'carol');
      const refreshAt = async (time: string, entities = left) => {
        clock.now = new Date(time);
        catalog.entities = entities;
        await portal.runTask('refresh-owning-teams');
      };
      // She is missing from the catalog for a while, as during a rebuild.
      await refreshAt('2026-03-12T13:00:00Z');
      await refreshAt('2026-03-12T14:00:00Z', COMPANY);
      await refreshAt('2026-03-12T15:00:00Z');
      await refreshAt('2026-03-13T14:00:00Z');
      expect(await owners()).toEqual(['carol', 'carol', 'bob']);
      portal.notifications.sent.length = 0;

      await refreshAt('2026-03-13T15:00:00Z');
      expect(await owners()).toEqual([undefined, 'carol', 'bob']);
      const reason =
        'The owner user:default/carol is no longer in the catalog.';
      expect(
        (await told()).filter(line => line.includes('needs an owner')),
      ).toEqual(
        ['alice', 'bob'].map(
          name =>
            `${name} | Action item PM-1/A1 needs an owner | ${reason} It is due Wed 18 Mar 2026, 12:00.`,
        ),
      );
      const { items } = await api.listHistory({ params });
      expect(items[0]).toMatchObject({
        actorRef: 'plugin:postmortems',
        action: 'action-item-changed',
        field: 'A1',
        before: { ownerRef: 'user:default/carol' },
        reason,
      });
      expect(items[0].after).not.toHaveProperty('ownerRef');
      await refreshAt('2026-03-13T16:00:00Z');
      expect(await told()).toEqual([]);

      // Without an owner it can still be worked on, but nobody can remove an owner.
      const [, , bobs] = (await api.getPostmortem({ params })).actionItems;
      const [returned] = (await api.getPostmortem({ params })).actionItems;
      expect(
        await refusal(
          api.updateActionItem({
            params: { ...params, key: 'A3' },
            body: { ownerRef: null },
            ifMatch: bobs.revision,
          }),
        ),
      ).toMatchObject({ status: 400, message: /ownerRef is required/ });
      const done = await api.updateActionItem({
        params: { ...params, key: 'A1' },
        body: { status: 'done' },
        ifMatch: returned.revision,
      });
      expect(done).toMatchObject({ status: 'done' });
    });
  },
);
