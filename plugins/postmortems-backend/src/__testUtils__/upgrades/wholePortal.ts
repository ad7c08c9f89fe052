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

/** A portal with all that the plugin can work with, and a database to look into. */
export interface WholePortal extends TestPortal {
  knex: Knex;
  source: FakeSource;
  tracker: FakeTracker;
}

/** The checkout team says where its tickets are made. */
const CATALOG: Entity[] = ENTITIES.map(entity =>
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

/** Starts one. Events cannot be told, so that they stay in the database. */
export async function startWholePortal(knex: Knex): Promise<WholePortal> {
  const source = new FakeSource();
  const tracker = new FakeTracker();
  const portal = await startPortal({
    knex,
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
