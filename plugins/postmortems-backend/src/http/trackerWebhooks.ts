import { InputError, NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import type { TicketSync } from '../ticket/ports';
import type { Counters } from '../kernel/metrics';
import { countWebhooks } from './countWebhooks';
import { webhookLimit } from './requestLimit';

/** Webhook path, relative to the plugin. */
export const TRACKER_WEBHOOKS_PATH = '/ticket-trackers';

/** Larger than any tracker's webhook for a ticket. */
const BODY_LIMIT = '2mb';

/**
 * Receives webhooks from ticket trackers. Webhooks have no portal token, so even a signed one only
 * triggers a fetch of its tickets; its content isn't used.
 */
export function createTrackerWebhooksRouter(
  tickets: TicketSync,
  counters: Pick<Counters, 'webhook'>,
): express.Router {
  const { maxRequestsPerMinute } = tickets.config;
  const router = Router();
  const trackerOf = (id: string) => {
    const tracker = tickets.trackers.get(id);
    if (!tracker) throw new NotFoundError(`Ticket tracker ${id} not found`);
    if (tracker.parseWebhook) return tracker;
    throw new NotFoundError(
      `${tracker.title} has no webhookSecret. Configure one to receive webhooks`,
    );
  };
  router.post(
    `${TRACKER_WEBHOOKS_PATH}/:tracker`,
    // Unknown trackers are neither counted nor rate limited.
    async ({ params }) => {
      trackerOf(params.tracker);
      return 'next';
    },
    countWebhooks(counters, 'ticket-tracker', ({ tracker }) => tracker),
    webhookLimit('tracker', maxRequestsPerMinute),
    // The signature covers the raw bytes.
    express.raw({ limit: BODY_LIMIT, type: () => true }),
    async (req, res) => {
      const { headers, body, params } = req;
      if (!Buffer.isBuffer(body)) {
        throw new InputError(
          'body must be the raw JSON that the tracker sends',
        );
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
