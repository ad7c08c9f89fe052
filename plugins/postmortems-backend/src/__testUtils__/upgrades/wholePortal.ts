import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { postmortemsTrackersExtensionPoint } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { FakeSource, withSource } from '../FakeSource';
import { FakeTracker } from '../FakeTracker';
import { ENTITIES, startPortal } from '../harness';
import type { TestPortal } from '../harness';

/** A portal with everything that the plugin integrates with, and its database. */
export interface WholePortal extends TestPortal {
  knex: Knex;
  source: FakeSource;
  tracker: FakeTracker;
}

const TWINS: Entity[] = ['twin-a', 'twin-b'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { email: 'twin@example.com' } },
}));

/** The checkout team has a ticket target, and two users have the same address. */
const CATALOG: Entity[] = [...ENTITIES, ...TWINS].map(entity =>
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

/** Starts it. Events cannot be published, so they stay in the database. */
export async function startWholePortal(knex: Knex): Promise<WholePortal> {
  const source = new FakeSource();
  const tracker = new FakeTracker();
  const portal = await startPortal({
    knex,
    config: {
      postmortems: {
        feeds: { enabled: true },
        liveEditing: { enabled: true },
      },
    },
    features: [
      withSource(source),
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
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          async publish() {
            throw new Error('connect ECONNREFUSED');
          },
          async subscribe() {},
        }),
      }),
    ],
  });
  portal.catalog.entities = CATALOG;
  return { ...portal, knex, source, tracker };
}
