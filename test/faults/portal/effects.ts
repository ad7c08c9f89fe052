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

/** Stores tickets in the recorded effects, which all instances share. */
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

/** Records events to other plugins, and created tickets. */
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

/** Records notifications instead of sending them. */
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
