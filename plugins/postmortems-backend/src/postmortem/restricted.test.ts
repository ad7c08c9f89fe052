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

/** Everything that would reveal the restricted postmortem to an outsider. */
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
      for (const visibility of [
        'internal',
        'restricted',
        'internal',
      ] as const) {
        const id = await aSubject(portal, visibility);
        await asRole(portal, 'owner').addComment({
          params: { id },
          body: {
            markdown: `Was it ${id === 'PM-2' ? SECRET : 'DNS'}, @mentioned?`,
          },
        });
      }
    });
    afterEach(() => portal.stop());

    it('is listed and counted only for people connected to it', async () => {
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

    it('leaves no trace in any report, search, page or filter', async () => {
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

      // Pages are full, even if they skip hidden postmortems.
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

    it('appears or disappears immediately when access changes', async () => {
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

    it('is rejected individually in bulk requests, with one permission request', async () => {
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
        { name: 'NotFoundError', message: 'Postmortem PM-2 not found' },
        'in-progress',
        { name: 'NotFoundError', message: 'Postmortem PM-9 not found' },
      ]);
      expect(asked).toEqual([
        'postmortem.read',
        'postmortem.read-restricted',
        'action-item.update',
      ]);
    });

    it('is not hidden from its creator, and its import key reveals nothing', async () => {
      const outsider = portal.as('outsider');
      const visibility = 'restricted';
      expect(
        await refusal(
          outsider.createPostmortem({ body: aCreate({ visibility }) }),
        ),
      ).toEqual({
        status: 400,
        message: expect.stringMatching(/visibility .* hide .* from you/),
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

      const importKey = 'secret';
      await portal.asService.importPostmortem({
        body: { ...aCreate({ visibility }), importKey },
      });
      expect(
        await outsider.importPostmortem({ body: { ...aCreate(), importKey } }),
      ).toEqual({ id: 'PM-6', created: true });
    });
  },
);

/** Evaluates conditions like the permission backend does. */
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

it('supports conditional decisions of the permission policy', async () => {
  // Can read SEV-1 postmortems and those of their own team, which includes no restricted ones
  // otherwise.
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

it('is restricted even without the permission framework', async () => {
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

/** Records events and signals instead of sending them. */
function recordTelling() {
  const told: PostmortemEvent[] = [];
  const signals: SignalPayload[] = [];
  const features = [
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
  ];
  return { told, signals, features };
}

it('publishes no events to outsiders', async () => {
  const { told, signals, features } = recordTelling();
  const portal = await startPortalWithRoles({
    knex: await databases.init('SQLITE_3'),
    features,
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
  await owner.deletePostmortem({
    params,
    body: { reason: 'Started twice' },
    ifMatch: 4,
  });
  await portal.stop();

  expect(told.map(event => [event.action, event.visibility])).toEqual([
    ['imported', 'restricted'],
    ['waiver-claimed', 'restricted'],
    ['extension-claimed', 'restricted'],
    ['acknowledgement-claimed', 'restricted'],
    ['reviewers-changed', 'restricted'],
    ['action-item-added', 'restricted'],
    ['field-changed', 'internal'],
    ['field-changed', 'restricted'],
    ['replacement-created', 'restricted'],
    ['deleted', 'restricted'],
  ]);
  expect(JSON.stringify(told)).not.toContain(SECRET);
  // Everyone is signaled that it became restricted, so that it leaves their screens.
  const concerned = {
    type: 'user',
    entityRef: expect.arrayContaining([
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

it('disappears from screens of people who lose access', async () => {
  const { told, signals, features } = recordTelling();
  const portal = await startPortalWithRoles({
    knex: await databases.init('SQLITE_3'),
    features,
  });
  const params = { id: await aSubject(portal, 'restricted') };
  const owner = portal.as('owner');
  const revision = async () =>
    (await portal.asService.getPostmortem({ params })).revision;
  /** Makes a change, and returns who gets a signal. */
  async function toldOf(change: () => Promise<unknown>): Promise<string[]> {
    signals.length = 0;
    await change();
    for (let attempt = 0; signals.length === 0; attempt++) {
      if (attempt === 200) throw new Error('There was no signal');
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    return signals.flatMap(({ recipients }) => {
      if (recipients.type !== 'user') throw new Error('Everybody is told');
      return recipients.entityRef;
    });
  }
  await toldOf(() =>
    owner.addComment({ params, body: { markdown: 'The first change' } }),
  );

  const withoutContributor = await toldOf(async () =>
    owner.updatePostmortem({
      params,
      body: { contributors: [], commanderRef: null },
      ifMatch: await revision(),
    }),
  );
  expect(withoutContributor).toEqual(
    expect.arrayContaining([
      'user:default/owner',
      'user:default/contributor',
      'user:default/commander',
    ]),
  );
  expect(
    await refusal(portal.as('contributor').getPostmortem({ params })),
  ).toMatchObject({ status: 404 });

  const withoutReviewer = await toldOf(async () =>
    owner.putReviewers({
      params,
      body: { reviewerRefs: [] },
      ifMatch: await revision(),
    }),
  );
  expect(withoutReviewer).toContain('user:default/reviewer');
  // After that signal, they hear nothing more.
  expect(withoutReviewer).not.toContain('user:default/contributor');

  const withoutTeam = await toldOf(async () =>
    owner.updatePostmortem({
      params,
      body: { entityRefs: ['component:default/orphan'] },
      ifMatch: await revision(),
    }),
  );
  expect(withoutTeam).toContain('group:default/checkout');

  const withoutOwner = await toldOf(async () =>
    portal.asService.putOwner({
      params,
      body: { ownerRef: 'user:default/reader' },
      ifMatch: await revision(),
    }),
  );
  expect(withoutOwner).toEqual(
    expect.arrayContaining(['user:default/owner', 'user:default/reader']),
  );

  const deleted = await toldOf(async () =>
    portal.asService.deletePostmortem({
      params,
      body: { reason: 'Twice' },
      ifMatch: await revision(),
    }),
  );
  expect(deleted).toEqual(['user:default/reader']);
  await portal.stop();

  // Only open screens get signals, not other plugins.
  for (const event of told) {
    expect(postmortemEventSchema.strict().parse(event)).toEqual(event);
  }
});
