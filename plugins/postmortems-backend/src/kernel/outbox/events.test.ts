import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { postmortemEventSchema } from 'backstage-plugin-postmortems-common';
import type { PostmortemEvent } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { OutboxStore } from './OutboxStore';
import { migrate } from '../db/migrate';
import { EventPublisher } from './EventPublisher';
import { aCreate, refusal, startPortal } from '../../__testUtils__/harness';

jest.setTimeout(60_000);

const recipientsOf = async () => new Map();

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Receives events, and can refuse to. */
function receiver() {
  const told: PostmortemEvent[] = [];
  const signals: unknown[] = [];
  const state = { down: false };
  return {
    told,
    signals,
    state,
    events: {
      async publish(params: { topic: string; eventPayload: unknown }) {
        if (state.down) throw new Error('connect ECONNREFUSED');
        expect(params.topic).toBe('postmortems');
        told.push(postmortemEventSchema.parse(params.eventPayload));
      },
      async subscribe() {},
    },
    signalsService: {
      async publish(signal: unknown) {
        signals.push(signal);
      },
    },
  };
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

async function pending(knex: Knex): Promise<number> {
  return (await knex('postmortem_outbox').select('id')).length;
}

describe.each(databases.eachSupportedId())('Events, %s', databaseId => {
  it('are published for committed changes only', async () => {
    const knex = await databases.init(databaseId);
    const received = receiver();
    const portal = await startPortal({
      knex,
      features: [
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => received.events,
        }),
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => received.signalsService,
        }),
      ],
    });
    const { api } = portal;
    const { id } = await api.createPostmortem({ body: aCreate() });
    await api.putSection({
      params: { id, key: 'summary' },
      body: { markdown: 'Nobody could pay.' },
      ifMatch: 0,
    });
    await refusal(
      api.updatePostmortem({ params: { id }, body: {}, ifMatch: 7 }),
    );
    await api.addActionItem({
      params: { id },
      body: { title: 'Flush in steps', kind: 'prevent', priority: 'P1' },
    });
    await api.deletePostmortem({
      params: { id },
      body: { reason: 'Started twice' },
      ifMatch: 1,
    });

    await eventually(async () => expect(await pending(knex)).toBe(0));
    await portal.stop();
    expect(received.told).toEqual([
      expect.objectContaining({
        action: 'created',
        postmortemId: 'PM-1',
        visibility: 'internal',
        after: 'Checkout returned 500s after cache flush',
      }),
      expect.objectContaining({ action: 'section-changed', field: 'summary' }),
      expect.objectContaining({
        action: 'action-item-added',
        actionItemId: 'PM-1/A1',
        actorRef: 'user:default/alice',
        after: expect.objectContaining({ title: 'Flush in steps' }),
      }),
      expect.objectContaining({
        action: 'replacement-created',
        postmortemId: 'PM-2',
        before: 'PM-1',
      }),
      expect.objectContaining({ action: 'deleted', postmortemId: 'PM-1' }),
    ]);
    expect(new Set(received.told.map(event => event.id)).size).toBe(5);
    expect(JSON.stringify(received.told)).not.toContain('Nobody could pay');
    expect(received.signals).toContainEqual({
      recipients: { type: 'broadcast' },
      channel: 'postmortems',
      message: { type: 'action-item', postmortemId: 'PM-1' },
    });
  });

  it('survive an outage and a crash, and are published once by two instances', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    const outbox = new OutboxStore();
    const received = receiver();
    const clock = { now: new Date('2026-03-12T12:00:00Z') };
    const publisher = () =>
      new EventPublisher({
        knex,
        outbox,
        recipientsOf,
        events: received.events,
        signals: received.signalsService,
        clock: () => clock.now,
        logger: mockServices.logger.mock(),
      });
    const ids = Array.from(
      { length: 250 },
      (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    );
    await outbox.add(
      knex,
      ids.map(id => ({
        event: {
          id,
          postmortemId: 'PM-1',
          visibility: 'internal',
          action: 'field-changed',
          field: 'title',
          actorRef: 'user:default/alice',
          at: '2026-03-12T12:00:00.000Z',
        },
      })),
    );

    received.state.down = true;
    await publisher().publishPending();
    expect(received.told).toEqual([]);
    expect(await pending(knex)).toBe(250);

    // The failed batch of the first instance stays claimed until its timeout.
    received.state.down = false;
    await Promise.all([
      publisher().publishPending(),
      publisher().publishPending(),
    ]);
    expect(received.told.map(event => event.id).sort()).toEqual(ids.slice(100));
    clock.now = new Date('2026-03-12T12:01:00Z');
    await publisher().publishPending();
    expect(received.told.map(event => event.id).sort()).toEqual(ids);
    expect(await pending(knex)).toBe(0);
  });

  it('are not published after a stop', async () => {
    const knex = await databases.init(databaseId);
    await migrate(knex);
    const received = receiver();
    const publisher = new EventPublisher({
      knex,
      outbox: new OutboxStore(),
      recipientsOf,
      events: received.events,
      signals: received.signalsService,
      clock: () => new Date(),
      logger: mockServices.logger.mock(),
    });
    await publisher.stop();
    await new OutboxStore().add(knex, [
      {
        event: {
          id: '00000000-0000-4000-8000-000000000000',
          postmortemId: 'PM-1',
          visibility: 'internal',
          action: 'deleted',
          actorRef: 'user:default/alice',
          at: '2026-03-12T12:00:00.000Z',
        },
      },
    ]);
    await publisher.publishPending();
    expect(received.told).toEqual([]);
    expect(await pending(knex)).toBe(1);
  });
});
