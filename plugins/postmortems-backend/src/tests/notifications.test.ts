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
import { ENTITIES, aCreate, startPortal } from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';

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
          'bob handed it over: "On leave". They suggest alice. It is due Tue 17 Mar 2026, end of day.',
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
});
