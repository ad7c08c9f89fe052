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
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import {
  ENTITIES,
  aCreate,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { startInstance } from '../__testUtils__/company';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The checkout team with its people, below a department with a head. */
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

/** An instance of the backend that reminds when it is told to. */
function messengerOn(
  portal: TestPortal,
  knex: Knex,
  send: (
    notification: NotificationSendOptions,
  ) => void | Promise<void> = sent => {
    portal.notifications.sent.push(sent);
  },
) {
  return startInstance({
    knex,
    clock: () => portal.clock.now,
    entities: COMPANY,
    fate: {
      diesAtDatabase: () => false,
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
  it('tell whoever becomes the owner at once, and who can name one', async () => {
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
          'You own the postmortem PM-1: Checkout returned 500s after cache flush',
        description:
          'It is due Tue 17 Mar 2026, end of day. Please acknowledge, or hand it over.',
        link: '/postmortems/PM-1',
        topic: 'ownership',
        severity: 'normal',
        scope: 'PM-1:owner-assigned:1',
      },
    });

    // Without a commander the team is told, though not the one who hands over.
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

    // Who names themselves knows it.
    const { revision } = await api.getPostmortem({ params: { id } });
    await api.putOwner({
      params: { id },
      body: { ownerRef: 'user:default/alice' },
      ifMatch: revision,
    });
    await portal.stop();
    expect(notifications.sent).toHaveLength(2);
  });

  it('tell nothing of what is imported', async () => {
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

  it('remind once a day with everything, and not of what was snoozed', async () => {
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
        title: '2 postmortems and action items to look at',
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

    // A day in which nothing answers, and one in which nothing runs.
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

    // The silence is over, and the item still open.
    const friday = await remind('2026-03-20T12:00:00Z');
    expect(friday.map(({ to, title }) => `${to} ${title}`)).toEqual([
      'user:default/bob Action item PM-1/A2 was due Wed 18 Mar 2026, 12:00: Alert on errors',
    ]);
    await portal.stop();
  });

  it('are noted as sent before a backend that reminds has stopped', async () => {
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
    // Nothing more was begun.
    expect(arrivals).toHaveLength(1);
    await portal.stop();
  });
});
