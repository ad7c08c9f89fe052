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

import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases, mockCredentials } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { SignalPayload } from '@backstage/plugin-signals-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  actionItemGroupBySchema,
  complianceGroupBySchema,
  postmortemEventSchema,
} from 'backstage-plugin-postmortems-common';
import type { PostmortemEvent } from 'backstage-plugin-postmortems-common';
import {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from 'backstage-plugin-postmortems-node';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { aCreate, refusal, startPortal } from '../__testUtils__/harness';
import type { TestPolicy, TestPortal } from '../__testUtils__/harness';
import { OPERATIONS, call, lineOf } from '../__testUtils__/operations';
import {
  POLICY,
  ROLES,
  SECRET,
  aSubject,
  asRole,
  startPortalWithRoles,
} from '../__testUtils__/roles';
import type { Role } from '../__testUtils__/roles';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** All that would tell an outsider of the restricted postmortem. */
const TRACES = new RegExp(`${SECRET}|payments-db|platform|PM-2`);

describe.each(databases.eachSupportedId())(
  'A restricted postmortem, %s',
  databaseId => {
    let portal: TestPortal;
    const asked: string[] = [];
    const policy: TestPolicy = (permission, claims) => {
      asked.push(permission.name);
      return POLICY(permission, claims);
    };

    beforeEach(async () => {
      portal = await startPortalWithRoles({
        knex: await databases.init(databaseId),
        policy,
      });
      await aSubject(portal, 'internal');
      await aSubject(portal, 'restricted');
      await aSubject(portal, 'internal');
    });
    afterEach(() => portal.stop());

    it('is listed and counted for those it concerns, and for nobody else', async () => {
      const lists = OPERATIONS.filter(name => lineOf(name).about === 'all');
      expect(lists.length).toBeGreaterThan(3);
      for (const name of lists) {
        const line = lineOf(name);
        if (line.about !== 'all') continue;
        for (const role of Object.keys(ROLES) as Role[]) {
          if (role === 'anonymous') continue;
          const answer = await call(asRole(portal, role), name, line.input);
          const seen = ROLES[role].concerned ? 3 : 2;
          expect([name, role, line.count(answer as never)]).toEqual([
            name,
            role,
            [seen, seen],
          ]);
        }
      }
    });

    it('leaves no trace in any roll-up, search, page or filter', async () => {
      const outsider = portal.as('outsider');
      const answers = [
        ...(await Promise.all(
          complianceGroupBySchema.options.map(groupBy =>
            outsider.getCompliance({ query: { groupBy } }),
          ),
        )),
        ...(await Promise.all(
          actionItemGroupBySchema.options.map(groupBy =>
            outsider.summarizeActionItems({ query: { groupBy } }),
          ),
        )),
        await outsider.listPostmortems({ query: { q: SECRET } }),
        await outsider.listActionItems({ query: { q: SECRET } }),
        await outsider.listActionItems({ query: { postmortemId: ['PM-2'] } }),
        await outsider.listPostmortems({
          query: { entityRef: ['resource:default/payments-db'] },
        }),
        await outsider.listPostmortems({
          query: { teamRef: ['group:default/platform'] },
        }),
      ];
      for (const answer of answers) {
        expect(JSON.stringify(answer)).not.toMatch(TRACES);
      }
      const [found] = answers.slice(-1) as { totalItems?: number }[];
      expect(found.totalItems).toBe(0);

      // A page is full though what is left out would have stood on it.
      const first = await outsider.listPostmortems({
        query: { limit: 1, orderField: 'title,asc' },
      });
      const second = await outsider.listPostmortems({
        query: {
          limit: 1,
          orderField: 'title,asc',
          cursor: first.pageInfo.nextCursor,
        },
      });
      expect([...first.items, ...second.items].map(each => each.id)).toEqual([
        'PM-1',
        'PM-3',
      ]);
      expect(second.pageInfo.nextCursor).toBeUndefined();
    });

    it('is seen or not at once when its visibility or whom it concerns changes', async () => {
      const outsider = portal.as('outsider');
      const params = { id: 'PM-2' };
      const sees = () =>
        outsider.getPostmortem({ params }).then(
          () => true,
          () => false,
        );
      async function change(
        body: Parameters<typeof outsider.updatePostmortem>[0]['body'],
      ) {
        const { revision } = await portal.asService.getPostmortem({ params });
        await portal.as('owner').updatePostmortem({
          params,
          body,
          ifMatch: revision,
        });
      }
      expect(await sees()).toBe(false);
      await change({ visibility: 'internal' });
      expect(await sees()).toBe(true);
      await change({ visibility: 'restricted' });
      expect(await sees()).toBe(false);
      await change({
        contributors: [{ userRef: 'user:default/outsider', role: 'scribe' }],
      });
      expect(await sees()).toBe(true);

      const { items } = await portal.asService.listHistory({
        params,
        query: {},
      });
      expect(items).toContainEqual(
        expect.objectContaining({
          action: 'field-changed',
          field: 'visibility',
          before: 'internal',
          after: 'restricted',
          actorRef: 'user:default/owner',
        }),
      );
    });

    it('is refused one by one among many, and permissions are asked for once', async () => {
      const outsider = portal.as('outsider');
      asked.length = 0;
      const { results } = await outsider.bulkUpdateActionItems({
        body: {
          items: ['PM-1/A1', 'PM-2/A1', 'PM-3/A1', 'PM-9/A1'].map(id => ({
            id,
            revision: 1,
          })),
          set: { status: 'in-progress' },
        },
      });
      expect(results.map(each => each.error ?? each.item?.status)).toEqual([
        'in-progress',
        { name: 'NotFoundError', message: 'There is no postmortem PM-2' },
        'in-progress',
        { name: 'NotFoundError', message: 'There is no postmortem PM-9' },
      ]);
      expect(asked).toEqual([
        'postmortem.read',
        'postmortem.read-restricted',
        'action-item.update',
      ]);
    });

    it('is not hidden from whoever makes it, and its import key tells nothing', async () => {
      const outsider = portal.as('outsider');
      const visibility = 'restricted';
      expect(
        await refusal(
          outsider.createPostmortem({ body: aCreate({ visibility }) }),
        ),
      ).toEqual({
        status: 400,
        message: expect.stringMatching(/^visibility: .* hide .* from you/),
      });
      const { id } = await outsider.createPostmortem({
        body: aCreate({
          visibility,
          contributors: [{ userRef: 'user:default/outsider', role: 'scribe' }],
        }),
      });
      expect(id).toBe('PM-4');
      const internal = await outsider.getPostmortem({ params: { id: 'PM-1' } });
      expect(
        await refusal(
          outsider.updatePostmortem({
            params: { id: 'PM-1' },
            body: { visibility },
            ifMatch: internal.revision,
          }),
        ),
      ).toMatchObject({ status: 400 });

      const body = { ...aCreate({ visibility }), importKey: 'secret' };
      await portal.asService.importPostmortem({ body });
      expect(await refusal(outsider.importPostmortem({ body }))).toEqual({
        status: 409,
        message: 'importKey cannot be used; choose another',
      });
    });
  },
);

/** What the permission backend asks of the plugin. */
async function applyConditions(portal: TestPortal, resourceRef: string[]) {
  const response = await fetch(
    `${portal.url}/.well-known/backstage/permissions/apply-conditions`,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:permission'),
          targetPluginId: 'postmortems',
        }),
      },
      body: JSON.stringify({
        items: [
          {
            id: '1',
            resourceType: 'postmortem',
            resourceRef,
            conditions: postmortemConditions.hasVisibility({
              visibilities: ['restricted'],
            }),
          },
        ],
      }),
    },
  );
  const { items } = await response.json();
  return items[0].result;
}

it("lets policies decide by the postmortem, and answers the portal's questions", async () => {
  // Read what is of SEV-1 or one's own team; what is not restricted, if it were for visibility.
  const policy: TestPolicy = (permission, claims) =>
    permission.name === 'postmortem.read'
      ? createPostmortemConditionalDecision(
          permission as ResourcePermission<'postmortem'>,
          {
            anyOf: [
              postmortemConditions.hasSeverity({ severities: ['SEV-1'] }),
              postmortemConditions.isInOwningTeam({ claims }),
            ],
          },
        )
      : { result: AuthorizeResult.ALLOW };
  const portal = await startPortalWithRoles({
    knex: await databases.init('SQLITE_3'),
    policy,
  });
  await aSubject(portal, 'internal');
  await aSubject(portal, 'restricted');
  await portal.asService.createPostmortem({
    body: aCreate({
      severity: 'SEV-1',
      entityRefs: ['component:default/orphan'],
    }),
  });

  const ids = async (role: Role) =>
    (
      await asRole(portal, role).listPostmortems({
        query: { orderField: 'updatedAt,asc' },
      })
    ).items.map(({ id }) => id);
  expect(await ids('outsider')).toEqual(['PM-3']);
  expect(await ids('member')).toEqual(['PM-1', 'PM-2', 'PM-3']);
  expect(
    await refusal(
      portal.as('outsider').getPostmortem({ params: { id: 'PM-1' } }),
    ),
  ).toMatchObject({ status: 404 });

  expect(
    await applyConditions(portal, ['PM-1', 'pm-2', 'PM-99', 'nonsense']),
  ).toEqual(['DENY', 'ALLOW', 'DENY', 'DENY']);
  await portal.stop();
});

it('is restricted also where the portal has no permissions', async () => {
  const portal = await startPortal({
    knex: await databases.init('SQLITE_3'),
    permission: AuthorizeResult.ALLOW,
  });
  const { id } = await portal.asService.createPostmortem({
    body: aCreate({ visibility: 'restricted', ownerRef: 'user:default/bob' }),
  });
  const read = (user: string) =>
    portal.as(user).getPostmortem({ params: { id } });
  expect(await read('bob')).toMatchObject({ visibility: 'restricted' });
  expect(await refusal(read('alice'))).toMatchObject({ status: 404 });
  await portal.stop();
});

it('is told of to nobody whom it does not concern', async () => {
  const told: PostmortemEvent[] = [];
  const signals: SignalPayload[] = [];
  const portal = await startPortalWithRoles({
    knex: await databases.init('SQLITE_3'),
    features: [
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          async publish({ eventPayload }) {
            told.push(postmortemEventSchema.parse(eventPayload));
          },
          async subscribe() {},
        }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          async publish(signal: SignalPayload) {
            signals.push(signal);
          },
        }),
      }),
    ],
  });
  const params = { id: await aSubject(portal, 'restricted') };
  const owner = portal.as('owner');
  await owner.addActionItem({
    params,
    body: { title: SECRET, kind: 'prevent', priority: 'P1' },
  });
  await owner.updatePostmortem({
    params,
    body: { visibility: 'internal' },
    ifMatch: 2,
  });
  await owner.updatePostmortem({
    params,
    body: { visibility: 'restricted' },
    ifMatch: 3,
  });
  await owner.deletePostmortem({ params, ifMatch: 4 });
  await portal.stop();

  expect(told.map(event => [event.action, event.visibility])).toEqual([
    ['imported', 'restricted'],
    ['reviewers-changed', 'restricted'],
    ['action-item-added', 'restricted'],
    ['field-changed', 'internal'],
    ['field-changed', 'restricted'],
    ['deleted', 'restricted'],
  ]);
  expect(JSON.stringify(told)).not.toContain(SECRET);
  // That it was public and is no longer, everyone is told, so that it leaves their screens.
  const concerned = {
    type: 'user',
    entityRef: expect.arrayContaining([
      'user:default/owner',
      'user:default/commander',
      'user:default/contributor',
      'group:default/checkout',
    ]),
  };
  for (const { recipients } of signals) {
    expect([concerned, { type: 'broadcast' }]).toContainEqual(recipients);
  }
  const ofActionItem = signals.filter(
    ({ message }) => message.type === 'action-item',
  );
  expect(ofActionItem.map(({ recipients }) => recipients)).toEqual([concerned]);
});
