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

import { InputError, NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import type { TicketSync } from '../tickets/TicketSync';
import { webhookLimit } from './webhookLimit';

/** Where trackers send their webhooks, below the plugin's address. */
export const TRACKER_WEBHOOKS_PATH = '/ticket-trackers';

/** More than any tracker sends about a ticket. */
const BODY_LIMIT = '2mb';

/**
 * Takes the webhooks of ticket trackers. They come without a token of the portal, so nothing is
 * believed of them but, if the tracker finds their signature right, which tickets to look at.
 */
export function createTrackerWebhooksRouter(
  tickets: TicketSync,
): express.Router {
  const { maxRequestsPerMinute } = tickets.config;
  const router = Router();
  const trackerOf = (id: string) => {
    const tracker = tickets.trackers.get(id);
    if (!tracker) throw new NotFoundError(`There is no ticket tracker ${id}`);
    if (tracker.parseWebhook) return tracker;
    throw new NotFoundError(
      `${tracker.title} takes no webhooks without a webhookSecret in its configuration`,
    );
  };
  router.post(
    `${TRACKER_WEBHOOKS_PATH}/:tracker`,
    // Of trackers that there are not, nothing is counted either.
    async ({ params }) => {
      trackerOf(params.tracker);
      return 'next';
    },
    webhookLimit('tracker', maxRequestsPerMinute),
    // The signature is over the bytes as they came.
    express.raw({ limit: BODY_LIMIT, type: () => true }),
    async (req, res) => {
      const { headers, body, params } = req;
      if (!Buffer.isBuffer(body)) {
        throw new InputError('body must be what the tracker sends');
      }
      const keys = await trackerOf(params.tracker).parseWebhook!({
        headers,
        body,
      });
      if (keys.length > 0) await tickets.wake(params.tracker, keys);
      res.status(202).end();
    },
  );
  return router;
}
