import { TestDatabases } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import {
  ENTITIES,
  aCreate,
  complete,
  publish,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { startInstance } from '../__testUtils__/company';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The checkout team with its members, below a department with a head. */
const COMPANY = [
  ...ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'checkout', namespace: 'default' },
    relations: [
      { type: 'hasMember', targetRef: 'user:default/alice' },
      { type: 'hasMember', targetRef: 'user:default/bob' },
      { type: 'childOf', targetRef: 'group:default/shop' },
    ],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'shop', namespace: 'default' },
    relations: [
      { type: 'parentOf', targetRef: 'group:default/checkout' },
      { type: 'childOf', targetRef: 'group:default/company' },
    ],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'company', namespace: 'default' },
    relations: [
      { type: 'parentOf', targetRef: 'group:default/shop' },
      { type: 'hasMember', targetRef: 'user:default/head' },
    ],
  },
];

async function start(knex: Knex): Promise<TestPortal> {
  const portal = await startPortal({ knex });
  portal.catalog.entities = COMPANY;
  return portal;
}

/** A backend instance that sends reminders on request. */
function messengerOn(
  portal: TestPortal,
  knex: Knex,
  send: (
    notification: NotificationSendOptions,
  ) => void | Promise<void> = sent => {
    portal.notifications.sent.push(sent);
  },
  permissionsEnabled = false,
) {
  return startInstance({
    knex,
    permissionsEnabled,
    clock: () => portal.clock.now,
    entities: COMPANY,
    faults: {
      failsAtDatabase: () => false,
      diesAtSending: () => false,
      notificationsDown: () => portal.notifications.down,
    },
    send,
  }).messenger;
}

async function eventually(check: () => void | Promise<void>) {
  for (let attempt = 0; ; attempt++) {
    try {
      await check();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

describe.each(databases.eachSupportedId())('Messages, %s', databaseId => {
  it('notify a new owner at once, or those who can assign one', async () => {
    const portal = await start(await databases.init(databaseId));
    const { api, notifications } = portal;
    const { id } = await api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/bob' }),
    });
    await eventually(() => expect(notifications.sent).toHaveLength(1));
    expect(notifications.sent[0]).toEqual({
      recipients: { type: 'entity', entityRef: 'user:default/bob' },
      payload: {
        title:
          'You now own postmortem PM-1: Checkout returned 500s after cache flush',
        description:
          'It is due Tue 17 Mar 2026, end of day. Please acknowledge it or hand it over.',
        link: '/postmortems/PM-1',
        topic: 'ownership',
        severity: 'normal',
        scope: 'PM-1:owner-assigned:1',
      },
    });

    // Without a commander, the team is notified, except the person who hands over.
    await portal.as('bob').handOverOwner({
      params: { id },
      body: { reason: 'On leave', suggestedRef: 'user:default/alice' },
    });
    await eventually(() => expect(notifications.sent).toHaveLength(2));
    expect(notifications.sent[1]).toEqual({
      recipients: { type: 'entity', entityRef: 'user:default/alice' },
      payload: expect.objectContaining({
        title: 'PM-1 needs an owner: Checkout returned 500s after cache flush',
        description:
          'Bob Brown handed it over: "On leave". They suggest alice. It is due Tue 17 Mar 2026, end of day.',
        scope: 'PM-1:owner-handed-over:2',
      }),
    });

    // Assigning yourself sends no message.
    const { revision } = await api.getPostmortem({ params: { id } });
    await api.putOwner({
      params: { id },
      body: { ownerRef: 'user:default/alice' },
      ifMatch: revision,
    });
    await portal.stop();
    expect(notifications.sent).toHaveLength(2);
  });

  it('are not sent for imports', async () => {
    const portal = await start(await databases.init(databaseId));
    await portal.asService.importPostmortem({
      body: {
        ...aCreate({ ownerRef: 'user:default/bob' }),
        importKey: 'other#1',
      },
    });
    await portal.stop();
    expect(portal.notifications.sent).toEqual([]);
  });

  it('remind once a day in one digest, without snoozed items', async () => {
    const knex = await databases.init(databaseId);
    const portal = await start(knex);
    const { api, clock, notifications } = portal;
    const remind = async (time: string) => {
      clock.now = new Date(time);
      notifications.sent.length = 0;
      await messengerOn(portal, knex).remind();
      return notifications.sent.map(({ recipients, payload }) => ({
        to: recipients.type === 'entity' && recipients.entityRef,
        ...payload,
      }));
    };
    const { id } = await api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/bob' }),
    });
    await portal.as('bob').acknowledgeOwner({ params: { id } });
    for (const title of ['Flush in steps', 'Alert on errors']) {
      await api.addActionItem({
        params: { id },
        body: {
          title,
          kind: 'prevent',
          priority: 'P1',
          status: 'open',
          ownerRef: 'user:default/bob',
          dueAt: '2026-03-18T12:00:00Z',
        },
      });
    }
    await eventually(() => expect(notifications.sent).toHaveLength(1));

    // Due on Tuesday at midnight: the warning for the two items of Wednesday comes first.
    expect(await remind('2026-03-16T08:59:00Z')).toEqual([]);
    const monday = await remind('2026-03-16T09:00:00Z');
    expect(monday).toEqual([
      {
        to: 'user:default/bob',
        title: '2 postmortems and action items need your attention',
        description: [
          'Action item PM-1/A1 is due Wed 18 Mar 2026, 12:00: Flush in steps',
          'Action item PM-1/A2 is due Wed 18 Mar 2026, 12:00: Alert on errors',
        ].join('\n'),
        link: '/postmortems',
        topic: 'reminders',
        severity: 'normal',
        scope: 'digest:2026-03-16',
      },
    ]);
    expect(await remind('2026-03-16T09:01:00Z')).toEqual([]);

    const until = '2026-03-20T12:00:00.000Z';
    expect(
      await portal.as('bob').putSnooze({
        params: { id },
        body: { until, actionItem: 'A2' },
      }),
    ).toEqual({ items: [{ postmortemId: id, actionItem: 'A2', until }] });
    expect(
      await refusal(
        portal.as('bob').putSnooze({
          params: { id },
          body: { until: '2026-03-01T00:00:00Z' },
        }),
      ),
    ).toMatchObject({ status: 400, message: 'until must be in the future' });
    expect(await portal.as('alice').listSnoozes({})).toEqual({ items: [] });

    // A day of failures, and a day without any backend.
    notifications.down = true;
    expect(await remind('2026-03-17T09:00:00Z')).toEqual([]);
    notifications.down = false;
    const thursday = await remind('2026-03-19T15:00:00Z');
    expect(thursday.map(({ to, scope }) => `${to} ${scope}`).sort()).toEqual([
      'user:default/alice digest:2026-03-19',
      'user:default/bob digest:2026-03-19',
    ]);
    const bobs = thursday.find(({ to }) => to === 'user:default/bob');
    expect(bobs?.description?.split('\n').sort()).toEqual([
      'Action item PM-1/A1 was due Wed 18 Mar 2026, 12:00: Flush in steps',
      'Postmortem PM-1 was due Tue 17 Mar 2026, end of day: Checkout returned 500s after cache flush',
    ]);

    // The snooze has ended, and the item is still open.
    const friday = await remind('2026-03-20T12:00:00Z');
    expect(friday.map(({ to, title }) => `${to} ${title}`)).toEqual([
      'user:default/bob Action item PM-1/A2 was due Wed 18 Mar 2026, 12:00: Alert on errors',
    ]);
    await portal.stop();
  });

  const announce = async (api: TestPortal['api'], id: string) => {
    const { revision } = await api.getPostmortem({ params: { id } });
    const inReview = await api.changeStatus({
      params: { id },
      body: { to: 'in-review' },
      ifMatch: revision,
    });
    return api.changeStatus({
      params: { id },
      body: { to: 'published', announce: true },
      ifMatch: inReview.revision,
    });
  };

  const sentBy = ({ notifications }: TestPortal) =>
    notifications.sent
      .map(({ recipients, payload }) => ({
        to: recipients.type === 'entity' ? String(recipients.entityRef) : '',
        title: payload.title,
        description: payload.description,
      }))
      .sort((a, b) => a.to.localeCompare(b.to));

  /** Waits until sending everything has failed. */
  const triedInVain = (knex: Knex) =>
    eventually(async () =>
      expect(
        await knex('postmortem_messages')
          .where({ state: 'waiting' })
          .where(any =>
            any.where({ attempts: 0 }).orWhereNotNull('claimed_by'),
          ),
      ).toEqual([]),
    );

  /** Sends what failed before. */
  const recover = async (portal: TestPortal) => {
    const { clock, notifications, runTask } = portal;
    notifications.down = false;
    clock.now = new Date(clock.now.getTime() + 60_000);
    await runTask('remind');
    return sentBy(portal);
  };

  it('are not sent to a removed reviewer', async () => {
    const knex = await databases.init(databaseId);
    const portal = await start(knex);
    const { api, notifications } = portal;
    const { id, revision } = await api.createPostmortem({ body: aCreate() });
    notifications.down = true;
    const inReview = await api.changeStatus({
      params: { id },
      body: { to: 'in-review' },
      ifMatch: revision,
    });
    const asked = await api.putReviewers({
      params: { id },
      body: { reviewerRefs: ['user:default/bob', 'user:default/carol'] },
      ifMatch: inReview.revision,
    });
    await triedInVain(knex);
    await api.putReviewers({
      params: { id },
      body: { reviewerRefs: ['user:default/bob'] },
      ifMatch: asked.revision,
    });
    expect((await recover(portal)).map(({ to }) => to)).toEqual([
      'user:default/bob',
    ]);
    await portal.stop();
  });

  it('are not sent to a watcher who lost access', async () => {
    const knex = await databases.init(databaseId);
    const portal = await start(knex);
    const { api, notifications } = portal;
    const { id } = await api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/alice' }),
    });
    await portal.as('carol').watch({ params: { id } });
    await complete(api, { id });
    notifications.down = true;
    const published = await announce(api, id);
    await triedInVain(knex);
    const reopened = await api.changeStatus({
      params: { id },
      body: { to: 'draft', reason: 'It names a customer' },
      ifMatch: published.revision,
    });
    await api.updatePostmortem({
      params: { id },
      body: {
        visibility: 'restricted',
        contributors: [{ userRef: 'user:default/alice', role: 'scribe' }],
      },
      ifMatch: reopened.revision,
    });
    await publish(api, { id });
    expect((await recover(portal)).map(({ to }) => to)).toEqual([
      'user:default/bob',
    ]);
    await portal.stop();
  });

  it('contain only the id for watchers whom the portal may deny access', async () => {
    const portal = await startPortal({
      knex: await databases.init(databaseId),
      policy: () => ({ result: AuthorizeResult.ALLOW }),
    });
    portal.catalog.entities = COMPANY;
    const { api } = portal;
    const { id } = await api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/alice' }),
    });
    await portal.as('carol').watch({ params: { id } });
    await complete(api, { id });
    await announce(api, id);
    await eventually(() => expect(portal.notifications.sent).toHaveLength(2));
    expect(sentBy(portal)).toEqual([
      {
        to: 'user:default/bob',
        title: 'PM-1 was published: Checkout returned 500s after cache flush',
        description: 'alice published it.',
      },
      {
        to: 'user:default/carol',
        title: 'PM-1 was published',
        description: undefined,
      },
    ]);
    await portal.stop();
  });

  it('omit from a digest what its reader may no longer know', async () => {
    const knex = await databases.init(databaseId);
    const portal = await start(knex);
    const { api, clock, notifications } = portal;
    for (const title of ['Checkout is slow', 'Carts are lost']) {
      const { id } = await api.createPostmortem({
        body: aCreate({ title, ownerRef: 'user:default/carol' }),
      });
      await portal.as('carol').acknowledgeOwner({ params: { id } });
    }
    await eventually(() => expect(notifications.sent).toHaveLength(2));
    notifications.sent.length = 0;

    // Planned, but one of the two is no longer hers before sending.
    notifications.down = true;
    clock.now = new Date('2026-03-17T09:00:00Z');
    await messengerOn(portal, knex).remind();
    await portal.as('carol').handOverOwner({
      params: { id: 'PM-2' },
      body: { reason: 'On leave' },
    });
    notifications.down = false;
    clock.now = new Date('2026-03-17T09:10:00Z');
    await messengerOn(portal, knex).remind();
    // By this messenger or the portal's own, which the hand-over started.
    await eventually(() =>
      expect(
        sentBy(portal).filter(({ to }) => to === 'user:default/carol'),
      ).toEqual([
        {
          to: 'user:default/carol',
          title:
            'Postmortem PM-1 is due Tue 17 Mar 2026, end of day: Checkout is slow',
          description: undefined,
        },
      ]),
    );

    // The head of the company is in none of the teams.
    notifications.sent.length = 0;
    clock.now = new Date('2026-03-23T09:00:00Z');
    await messengerOn(portal, knex, undefined, true).remind();
    expect(
      sentBy(portal).filter(({ to }) => to === 'user:default/head'),
    ).toEqual([
      {
        to: 'user:default/head',
        title: '2 postmortems and action items need your attention',
        description: [1, 2]
          .map(
            number =>
              `Postmortem PM-${number} was due Tue 17 Mar 2026, end of day`,
          )
          .join('\n'),
      },
    ]);
    await portal.stop();
  });

  it('are not sent to people who left the team', async () => {
    const knex = await databases.init(databaseId);
    const portal = await start(knex);
    const { api, notifications, catalog } = portal;
    const { id } = await api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/carol' }),
    });
    await eventually(() => expect(notifications.sent).toHaveLength(1));
    notifications.sent.length = 0;
    notifications.down = true;
    await portal.as('carol').handOverOwner({
      params: { id },
      body: { reason: 'On leave' },
    });
    await triedInVain(knex);
    catalog.entities = COMPANY.map(entity => ({
      ...entity,
      relations: entity.relations?.filter(
        ({ targetRef }) => targetRef !== 'user:default/bob',
      ),
    }));
    expect((await recover(portal)).map(({ to }) => to)).toEqual([
      'user:default/alice',
    ]);
    await portal.stop();
  });

  it('are recorded as sent before the backend stops', async () => {
    const knex = await databases.init(databaseId);
    const portal = await start(knex);
    const { api, clock, notifications } = portal;
    await api.createPostmortem({
      body: aCreate({ ownerRef: 'user:default/bob' }),
    });
    await eventually(() => expect(notifications.sent).toHaveLength(1));
    clock.now = new Date('2026-03-19T15:00:00Z');

    const arrivals: (() => void)[] = [];
    const messenger = messengerOn(
      portal,
      knex,
      () => new Promise(arrive => arrivals.push(arrive)),
    );
    const reminding = messenger.remind();
    await eventually(() => expect(arrivals).toHaveLength(1));
    let stopped = false;
    const stopping = messenger.stop().then(() => {
      stopped = true;
    });
    await new Promise(resolve => setTimeout(resolve, 50));
    const before = stopped;
    arrivals[0]();
    await Promise.all([reminding, stopping]);
    expect(before).toBe(false);
    // Nothing more was started.
    expect(arrivals).toHaveLength(1);
    await portal.stop();
  });
});
