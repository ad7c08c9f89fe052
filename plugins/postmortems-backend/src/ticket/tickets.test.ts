import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  TestDatabases,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import {
  TicketRefusedError,
  TrackerUnavailableError,
  postmortemsTrackersExtensionPoint,
} from 'backstage-plugin-postmortems-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { CatalogLookup } from '../team/CatalogLookup';
import { Linking } from '../team/Linking';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { FULL_ACCESS } from '../kernel/access/Access';
import { createSharedContext } from '../context';
import { readTicketsConfig } from './readTicketsConfig';
import { TicketSync } from './TicketSync';
import {
  ENTITIES,
  NOW,
  aCreate,
  refusal,
  startPortal,
} from '../__testUtils__/harness';
import type { TestPortal } from '../__testUtils__/harness';
import { FakeTracker } from '../__testUtils__/FakeTracker';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const CHECKOUT_WITH_TRACKER: Entity[] = ENTITIES.map(entity =>
  entity.kind === 'Group' && entity.metadata.name === 'checkout'
    ? {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: { 'postmortems/ticket-tracker': 'fake:SHOP' },
        },
      }
    : entity,
);

const DOWN = new TrackerUnavailableError('Fake tracker answered 503');

describe.each(databases.eachSupportedId())('Tickets, %s', databaseId => {
  let knex: Knex;
  let tracker: FakeTracker;
  let portal: TestPortal;

  async function begin(tickets: JsonObject = {}, postmortems: JsonObject = {}) {
    tracker = new FakeTracker();
    portal = await startPortal({
      knex,
      config: {
        app: { baseUrl: 'https://portal.example.com' },
        postmortems: { tickets, ...postmortems },
      },
      features: [
        // Requests without a token are anonymous, as in a real portal.
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        createBackendModule({
          pluginId: 'postmortems',
          moduleId: 'fake-tracker',
          register(env) {
            env.registerInit({
              deps: { trackers: postmortemsTrackersExtensionPoint },
              async init({ trackers }) {
                trackers.addTracker(tracker);
              },
            });
          },
        }),
      ],
    });
    portal.catalog.entities = CHECKOUT_WITH_TRACKER;
  }

  beforeEach(async () => {
    knex = await databases.init(databaseId);
  });
  afterEach(() => portal.stop());

  /** Another backend instance, reduced to tickets. */
  function anotherInstance() {
    const root = mockServices.rootConfig();
    const ctx = {
      ...createSharedContext({
        knex,
        policy: readPolicyConfig(root),
        linking: new Linking(
          new CatalogLookup({
            catalog: catalogServiceMock(),
            logger: mockServices.logger.mock(),
            sleep: async () => {},
          }),
        ),
        clock: () => portal.clock.now,
        onCommitted: () => {},
      }),
      access: FULL_ACCESS,
    };
    const sync = new TicketSync({
      ctx,
      trackers: [tracker],
      config: readTicketsConfig(root),
      appUrl: 'https://portal.example.com',
      logger: mockServices.logger.mock(),
      random: () => 0,
    });
    return { ctx, sync };
  }

  const pass = (seconds: number) => {
    portal.clock.now = new Date(portal.clock.now.getTime() + seconds * 1_000);
  };

  async function anItem(more = {}): Promise<ActionItem> {
    const { id } = await portal.api.createPostmortem({
      body: aCreate({ severity: 'SEV-1' }),
    });
    return portal.api.addActionItem({
      params: { id },
      body: {
        title: 'Flush the cache in steps',
        description: 'Not *all at once*.',
        kind: 'prevent',
        priority: 'P1',
        status: 'open',
        ownerRef: 'user:default/bob',
        ...more,
      },
    });
  }
  const paramsOf = (item: ActionItem) => {
    const [id, key] = item.id.split('/');
    return { id, key };
  };
  const read = async (item: ActionItem) => {
    const { items } = await portal.api.listPostmortemActionItems({
      params: { id: paramsOf(item).id },
    });
    return items.find(({ id }) => id === item.id)!;
  };
  const put = (item: ActionItem, body = {}) =>
    portal.api.putTicket({ params: paramsOf(item), body });
  const sync = (item: ActionItem) =>
    portal.api.syncTicket({ params: paramsOf(item) });
  const setStatus = async (
    item: ActionItem,
    body: Parameters<typeof portal.api.updateActionItem>[0]['body'],
  ) =>
    portal.api.updateActionItem({
      params: paramsOf(item),
      body,
      ifMatch: (await read(item)).revision,
    });
  /** Waits for background work after a change. */
  const eventually = async (check: () => Promise<void>) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await check();
      } catch (error) {
        if (attempt > 500) throw error;
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    }
  };

  it.each([
    ['America/New_York', '2026-03-26T03:59:59.999Z'],
    ['Asia/Tokyo', '2026-03-24T20:00:00.000Z'],
  ])('name the day of %s on which they are due', async (timeZone, dueAt) => {
    const rules = [{ severity: 'SEV-1', due: { calendarDays: 3 } }];
    await begin(
      {},
      { policies: [{ effectiveFrom: '2020-01-01', timeZone, rules }] },
    );
    await put(await anItem({ dueAt, dueReason: 'Needs a supplier' }));
    expect(tracker.tickets[0].request.actionItem).toMatchObject({
      dueAt,
      dueOn: '2026-03-25',
    });
  });

  it("are created in the owning team's project, with the relevant facts", async () => {
    await begin();
    expect(await portal.api.listTrackers({})).toEqual({
      items: [{ id: 'fake', title: 'Fake tracker' }],
    });
    const item = await anItem();
    const made = await put(item);
    expect(made.ticket).toEqual({
      tracker: 'fake',
      key: 'SHOP-1',
      url: 'https://tracker.example.com/SHOP-1',
      status: 'open',
      sync: 'ok',
      syncedAt: NOW,
    });
    // Syncing must not cause edit conflicts.
    expect(made.revision).toBe(item.revision);
    const { id } = paramsOf(item);
    expect(tracker.tickets[0].request).toMatchObject({
      project: 'SHOP',
      actionItem: {
        id: item.id,
        title: 'Flush the cache in steps',
        description: 'Not *all at once*.',
        priority: 'P1',
      },
      postmortem: { id, url: `https://portal.example.com/postmortems/${id}` },
    });

    expect((await put(item)).ticket).toEqual(made.ticket);
    expect(tracker.calls).toEqual(['create']);
    const { actionItems } = await portal.api.getPostmortem({ params: { id } });
    expect(actionItems[0].ticket).toEqual(made.ticket);
    const { items: history } = await portal.api.listHistory({ params: { id } });
    expect(history.slice(0, 2)).toMatchObject([
      { actorRef: 'ticket:fake', after: { ticket: { key: 'SHOP-1' } } },
      {
        actorRef: 'user:default/alice',
        after: { ticket: { sync: 'pending' } },
      },
    ]);
  });

  it('use the default without a team target, or the named tracker', async () => {
    await begin({ default: 'fake:ALL' });
    portal.catalog.entities = ENTITIES;
    const item = await anItem();
    expect(await refusal(put(item, { tracker: 'other' }))).toMatchObject({
      status: 400,
      message: 'tracker must be fake, not other',
    });
    expect((await put(item, { tracker: 'fake' })).ticket?.key).toBe('ALL-1');
  });

  it('explain what to configure without a target', async () => {
    await begin();
    portal.catalog.entities = ENTITIES;
    const item = await anItem();
    expect(await refusal(put(item))).toMatchObject({
      status: 400,
      message: expect.stringMatching(
        /postmortems\/ticket-tracker on group:default\/checkout, or postmortems\.tickets\.default/,
      ),
    });
    expect(await refusal(sync(item))).toMatchObject({ status: 404 });
    expect(
      await refusal(
        portal.api.putTicket({ params: { id: 'PM-1', key: 'A9' }, body: {} }),
      ),
    ).toMatchObject({ status: 404 });
    portal.catalog.down = true;
    expect(await refusal(put(item))).toMatchObject({ status: 503 });
  });

  it('are linked by URL, at most one per action item', async () => {
    await begin();
    const item = await anItem();
    expect(
      await refusal(put(item, { url: 'https://elsewhere.example.com/1' })),
    ).toMatchObject({
      status: 400,
      message: expect.stringMatching(/url .* Fake tracker/),
    });
    expect(
      await refusal(
        put(item, { url: 'https://x.example.com', tracker: 'fake' }),
      ),
    ).toMatchObject({ status: 400 });
    expect(
      await refusal(
        put(item, { url: `https://tracker.example.com/${'X'.repeat(300)}-1` }),
      ),
    ).toMatchObject({ status: 400 });
    const gone = await put(item, { url: 'https://tracker.example.com/SHOP-7' });
    expect(gone.ticket).toMatchObject({
      key: 'SHOP-7',
      sync: 'failed',
      error: 'SHOP-7 was deleted',
    });
    expect(gone.ticket?.nextAttemptAt).toBeUndefined();
    expect(await refusal(put(item))).toMatchObject({
      status: 409,
      message: `${item.id} already has a ticket (SHOP-7). Unlink it first`,
    });
    const unlinked = await portal.api.removeTicket({ params: paramsOf(item) });
    expect(unlinked.ticket).toBeUndefined();
    expect((await put(item)).ticket?.key).toBe('SHOP-1');
  });

  it('are found instead of duplicated after a lost response', async () => {
    await begin();
    const item = await anItem();
    tracker.lostResponses.push(DOWN);
    const lost = await put(item);
    expect(lost.ticket).toMatchObject({
      sync: 'pending',
      error: 'Fake tracker answered 503',
    });
    // Not immediately: the tracker's search may lag.
    await sync(item);
    expect(tracker.calls).toEqual(['create']);
    // Unlinking keeps what is needed to find the ticket again.
    await portal.api.removeTicket({ params: paramsOf(item) });
    pass(31);
    expect((await put(item)).ticket).toMatchObject({
      key: 'SHOP-1',
      sync: 'ok',
    });
    expect(tracker.calls).toEqual(['create', 'find']);
    expect(tracker.tickets).toHaveLength(1);
  });

  it('are found again after a crash', async () => {
    await begin();
    const item = await anItem();
    const { ctx, sync: other } = anotherInstance();
    tracker.failures.push(DOWN);
    await put(item);
    pass(60);
    // An instance claims the ticket, creates it, and crashes.
    const [ref] = await ctx.tickets.due(knex, portal.clock.now, 1);
    const taken = await ctx.tickets.claim(knex, ref, {
      by: 'the late one',
      now: portal.clock.now,
      until: new Date(portal.clock.now.getTime() + 120_000),
    });
    await tracker.create({
      project: 'SHOP',
      idempotencyKey: taken!.idempotencyKey,
      actionItem: item,
      postmortem: { id: 'PM-1', title: '', url: '' },
    });
    await other.syncDue();
    expect((await read(item)).ticket?.key).toBeUndefined();
    pass(121);
    await other.syncDue();
    expect((await read(item)).ticket).toMatchObject({
      key: 'SHOP-1',
      sync: 'ok',
    });
    expect(tracker.tickets).toHaveLength(1);
  });

  it('are created once by two concurrent instances', async () => {
    await begin();
    const item = await anItem();
    tracker.failures.push(DOWN);
    await put(item);
    pass(60);
    tracker.calls.length = 0;
    tracker.pause = () => new Promise(resolve => setTimeout(resolve, 50));
    const instances = [anotherInstance(), anotherInstance(), anotherInstance()];
    await Promise.all(instances.map(instance => instance.sync.syncDue()));
    expect(tracker.calls).toEqual(['find', 'create']);
    expect((await read(item)).ticket?.key).toBe('SHOP-1');
  });

  it('back off after failures, and are shown as failed after several', async () => {
    await begin();
    const item = await anItem();
    const { sync: worker } = anotherInstance();
    tracker.failures.push(DOWN, DOWN, DOWN, DOWN);
    const seen = [await put(item)];
    for (const seconds of [45, 61, 121]) {
      pass(seconds);
      await worker.syncDue();
      seen.push(await read(item));
    }
    expect(seen.map(each => each.ticket?.sync)).toEqual([
      'pending',
      'pending',
      'failed',
      'failed',
    ]);
    expect(Date.parse(seen[3].ticket!.nextAttemptAt!)).toBe(
      portal.clock.now.getTime() + 240_000,
    );
    pass(239);
    await worker.syncDue();
    expect(tracker.tickets).toHaveLength(0);
    pass(1);
    await worker.syncDue();
    expect((await read(item)).ticket).toMatchObject({
      key: 'SHOP-1',
      sync: 'ok',
    });
    expect((await read(item)).ticket?.error).toBeUndefined();
  });

  it("respect a tracker's rate limit, all of them", async () => {
    await begin();
    const first = await anItem();
    const second = await anItem();
    await put(first);
    await put(second);
    const { sync: worker } = anotherInstance();
    pass(20 * 60);
    tracker.calls.length = 0;
    tracker.failures.push(
      new TrackerUnavailableError('Too many requests', {
        retryAfterSeconds: 3_600,
      }),
    );
    await worker.syncDue();
    expect(tracker.calls).toEqual(['fetch']);
    pass(3_599);
    await worker.syncDue();
    expect(tracker.calls).toEqual(['fetch']);
    pass(1);
    await worker.syncDue();
    expect(tracker.calls).toEqual(['fetch', 'fetch', 'fetch']);
  });

  it('close with their action item, and reopen with it', async () => {
    await begin();
    const item = await anItem();
    await put(item);
    await setStatus(item, { status: 'done' });
    await eventually(async () =>
      expect((await read(item)).ticket).toMatchObject({
        status: 'closed',
        sync: 'ok',
      }),
    );
    await setStatus(item, { status: 'open' });
    await eventually(async () =>
      expect((await read(item)).ticket?.status).toBe('open'),
    );
    await setStatus(item, { status: 'declined', statusReason: 'No need' });
    await eventually(async () =>
      expect((await read(item)).ticket?.status).toBe('closed'),
    );
    expect(tracker.calls).toEqual([
      'create',
      'set closed',
      'set open',
      'set declined',
    ]);
    expect((await read(item)).status).toBe('declined');
  });

  it('close and reopen their action item, by polling', async () => {
    await begin();
    const item = await anItem();
    await put(item);
    const { sync: worker } = anotherInstance();
    tracker.ticket('SHOP-1').status = 'closed';
    pass(14 * 60);
    await worker.syncDue();
    expect((await read(item)).status).toBe('open');
    pass(4 * 60);
    await worker.syncDue();
    expect(await read(item)).toMatchObject({
      status: 'done',
      ticket: { status: 'closed', sync: 'ok' },
    });
    const { items } = await portal.api.listHistory({
      params: { id: paramsOf(item).id },
    });
    expect(items[0]).toMatchObject({
      actorRef: 'ticket:fake',
      before: { status: 'open' },
      after: { status: 'done' },
      reason: 'SHOP-1 was closed',
    });

    // Closed tickets are polled daily, because they seldom reopen.
    tracker.ticket('SHOP-1').status = 'open';
    pass(29 * 3_600);
    await worker.syncDue();
    expect((await read(item)).status).toBe('open');
    Object.assign(tracker.ticket('SHOP-1'), {
      status: 'closed',
      declined: true,
      statusName: 'not planned',
    });
    expect(await sync(item)).toMatchObject({
      status: 'declined',
      statusReason: 'SHOP-1 was closed as declined',
    });
  });

  it('do not sync in a disabled direction', async () => {
    await begin({ closeItem: false, closeTicket: false });
    const item = await anItem();
    await put(item);
    tracker.ticket('SHOP-1').status = 'closed';
    expect(await sync(item)).toMatchObject({
      status: 'open',
      ticket: { status: 'closed', sync: 'ok' },
    });
    tracker.ticket('SHOP-1').status = 'open';
    await sync(item);
    await setStatus(item, { status: 'done' });
    await sync(item);
    expect(tracker.tickets[0].status).toBe('open');
  });

  it('explain why an action item cannot follow', async () => {
    await begin();
    const item = await anItem({ status: 'proposed' });
    await put(item);
    tracker.ticket('SHOP-1').status = 'closed';
    expect(await sync(item)).toMatchObject({
      status: 'proposed',
      ticket: {
        status: 'closed',
        sync: 'failed',
        error: expect.stringMatching(
          /^SHOP-1 was closed, but the action item could not be updated: .*status cannot change from proposed to done/,
        ),
      },
    });
    // It follows once it can.
    await setStatus(item, { status: 'open' });
    expect(await sync(item)).toMatchObject({
      status: 'done',
      ticket: { sync: 'ok' },
    });
  });

  it('that were deleted or are inaccessible are shown, and their action items stay', async () => {
    await begin();
    const item = await anItem();
    await put(item);
    tracker.failures.push(new TicketRefusedError('The token may not see SHOP'));
    expect((await sync(item)).ticket).toMatchObject({
      sync: 'failed',
      error: 'The token may not see SHOP',
      nextAttemptAt: new Date(
        portal.clock.now.getTime() + 24 * 3_600_000,
      ).toISOString(),
    });
    tracker.remove('SHOP-1');
    const deleted = await sync(item);
    expect(deleted).toMatchObject({
      status: 'open',
      ticket: { key: 'SHOP-1', sync: 'failed', error: 'SHOP-1 was deleted' },
    });
    expect(deleted.ticket?.nextAttemptAt).toBeUndefined();
    expect(await setStatus(item, { status: 'done' })).toMatchObject({
      status: 'done',
    });
  });

  it('show only errors written for people', async () => {
    await begin();
    const item = await anItem();
    tracker.failures.push(new Error('Bearer abc refused'));
    expect((await put(item)).ticket?.error).toBe(
      'Fake tracker request failed. See the backend log for the cause',
    );
  });

  it('reveal only the link of a restricted postmortem', async () => {
    await begin();
    const item = await anItem();
    const { id } = paramsOf(item);
    const { revision } = await portal.api.getPostmortem({ params: { id } });
    await portal.api.updatePostmortem({
      params: { id },
      body: {
        visibility: 'restricted',
        contributors: [{ userRef: 'user:default/alice', role: 'scribe' }],
      },
      ifMatch: revision,
    });
    await put(item);
    const [{ request }] = tracker.tickets;
    expect(request).toMatchObject({
      actionItem: { title: `Action item ${item.id}`, description: '' },
      postmortem: { url: `https://portal.example.com/postmortems/${id}` },
    });
    expect(JSON.stringify(request)).not.toMatch(/cache/i);
  });

  it('are not created for closed action items', async () => {
    await begin();
    const item = await anItem({ status: 'done' });
    expect(await refusal(put(item))).toMatchObject({
      status: 409,
      message: expect.stringMatching(/is done/),
    });
  });

  describe('by webhook', () => {
    const post = (path: string, init: RequestInit = {}) =>
      fetch(`${portal.url}/ticket-trackers/${path}`, {
        method: 'POST',
        body: JSON.stringify({ keys: ['SHOP-1'] }),
        headers: {
          'Content-Type': 'application/json',
          Authorization: 'right',
        },
        ...init,
      });

    it('close their action item at once, without a portal token', async () => {
      await begin({ pollInterval: false });
      const item = await anItem();
      await put(item);
      tracker.ticket('SHOP-1').status = 'closed';
      expect((await post('fake')).status).toBe(202);
      await eventually(async () =>
        expect((await read(item)).status).toBe('done'),
      );
    });

    it('fetch again if a webhook arrives during a fetch', async () => {
      await begin();
      const item = await anItem();
      await put(item);
      tracker.calls.length = 0;
      tracker.pause = async () => {
        tracker.pause = async () => {};
        await post('fake');
      };
      await sync(item);
      await eventually(async () =>
        expect(tracker.calls).toEqual(['fetch', 'fetch']),
      );
    });

    it('must be signed, known, and of a sensible size', async () => {
      await begin();
      expect((await post('fake', { headers: {} })).status).toBe(401);
      expect((await post('other')).status).toBe(404);
      expect(
        (
          await post('fake', {
            body: 'x'.repeat(3_000_000),
            headers: { Authorization: 'right' },
          })
        ).status,
      ).toBe(413);
      expect((await fetch(`${portal.url}/trackers`)).status).toBe(401);
    });

    it('are rate limited, signed or not', async () => {
      await begin({ maxRequestsPerMinute: 2 });
      expect((await post('fake', { headers: {} })).status).toBe(401);
      expect((await post('fake')).status).toBe(202);
      const refused = await post('fake');
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await refused.json()).toMatchObject({
        error: {
          message:
            'Too many requests: the limit is 2 per minute from one address. Try again later',
        },
        response: { statusCode: 429 },
      });
    });
  });
});

it.each([
  [{ default: 'github' }, /postmortems\.tickets\.default: .*github:acme\/shop/],
  [{ pollInterval: { seconds: 5 } }, /postmortems\.tickets\.pollInterval/],
  [
    { maxRequestsPerMinute: 0 },
    /postmortems\.tickets\.maxRequestsPerMinute: must be a whole number/,
  ],
  [{ closeitem: true }, /postmortems\.tickets: has unknown keys: closeitem/],
])('refuses the configuration %j', (tickets, message) => {
  expect(() =>
    readTicketsConfig(
      mockServices.rootConfig({ data: { postmortems: { tickets } } }),
    ),
  ).toThrow(message);
});

it('treats a key without a value as omitted', () => {
  expect(
    readTicketsConfig(
      mockServices.rootConfig({ data: { postmortems: { tickets: null } } }),
    ),
  ).toEqual({
    closeItem: true,
    closeTicket: true,
    pollMs: 900_000,
    maxRequestsPerMinute: 600,
  });
});
