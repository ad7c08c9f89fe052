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
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { POSTMORTEMS_TOPIC } from 'backstage-plugin-postmortems-common';
import type { PostmortemEvent } from 'backstage-plugin-postmortems-common';
import { postmortemsTrackersExtensionPoint } from 'backstage-plugin-postmortems-node';
import type {
  TicketState,
  TicketTracker,
} from 'backstage-plugin-postmortems-node';
import { readEffects, recordEffect } from '../support/effects';

/** Makes tickets in the record, where every instance finds them. */
const tracker: TicketTracker = {
  id: 'recorder',
  title: 'Recorder',
  async create({ idempotencyKey, actionItem }) {
    recordEffect({ ticket: idempotencyKey, actionItem: actionItem.id });
    return ticketOf(idempotencyKey);
  },
  async findByIdempotencyKey({ idempotencyKey }) {
    const made = readEffects().some(({ ticket }) => ticket === idempotencyKey);
    return made ? ticketOf(idempotencyKey) : undefined;
  },
  fetch: async key => ticketOf(key),
  setStatus: async (key, { status }) => ({ ...ticketOf(key), status }),
  parseUrl: () => undefined,
};

function ticketOf(key: string): TicketState {
  return { key, url: `https://tracker.example.com/${key}`, status: 'open' };
}

/** Records what the plugin tells other plugins, and the tickets that it makes. */
export const effectsOfPostmortems = createBackendModule({
  pluginId: 'postmortems',
  moduleId: 'recorded-effects',
  register(reg) {
    reg.registerInit({
      deps: {
        events: eventsServiceRef,
        trackers: postmortemsTrackersExtensionPoint,
      },
      async init({ events, trackers }) {
        trackers.addTracker(tracker);
        await events.subscribe({
          id: 'recorded-effects',
          topics: [POSTMORTEMS_TOPIC],
          async onEvent({ eventPayload }) {
            const { id, action, postmortemId, actionItemId } =
              eventPayload as PostmortemEvent;
            recordEffect({ event: id, action, postmortemId, actionItemId });
          },
        });
      },
    });
  },
});

/** Records what people are told instead of telling them. */
export const recordedNotifications = createServiceFactory({
  service: notificationService,
  deps: {},
  factory: () => ({
    async send({ recipients, payload }) {
      recordEffect({
        notification: payload.title,
        to: JSON.stringify(recipients),
        scope: payload.scope,
      });
    },
  }),
});
