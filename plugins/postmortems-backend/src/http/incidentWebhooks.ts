import { NotFoundError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import type { IncidentIntake } from '../incident/ports';
import { INCIDENT_SOURCES_PATH } from '../incident/ports';
import type { Counters } from '../kernel/metrics';
import { countWebhooks } from './countWebhooks';
import { webhookLimit } from './requestLimit';

/** An error of Express's body parsers. */
interface HttpError extends Error {
  type?: string;
}

/**
 * Receives webhooks from incident sources. They have no portal token, so they are authenticated by
 * signature. The request only stores the delivery, so the source doesn't have to wait and nothing
 * that was acknowledged is lost.
 */
export function createIncidentWebhooksRouter(
  intake: IncidentIntake,
  counters: Pick<Counters, 'webhook'>,
): express.Router {
  const { maxRequestsPerMinute, maxDeliveryBytes } = intake.config;
  const router = Router();
  // The signature covers the raw bytes.
  const readBody = express.raw({ limit: maxDeliveryBytes, type: () => true });
  const sourceOf = (id: string) => {
    const source = intake.sources.get(id);
    if (!source) throw new NotFoundError(`Incident source ${id} not found`);
    return source;
  };
  router.post(
    `${INCIDENT_SOURCES_PATH}/:source`,
    // Unknown sources are neither counted nor rate limited.
    async ({ params }) => {
      sourceOf(params.source);
      return 'next';
    },
    countWebhooks(counters, 'incident-source', ({ source }) => source),
    webhookLimit('source', maxRequestsPerMinute),
    (req, res, next) => {
      readBody(req, res, async error => {
        if ((error as HttpError | undefined)?.type === 'entity.too.large') {
          await intake.countTooLarge(sourceOf(req.params.source));
        }
        next(error);
      });
    },
    async (req, res) => {
      const { headers, body } = req;
      await intake.accept(sourceOf(req.params.source), {
        headers,
        body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      });
      res.status(202).end();
    },
  );
  return router;
}
