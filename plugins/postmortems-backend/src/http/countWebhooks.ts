import type { RequestHandler } from 'express';
import type { Counters, WebhookResult, WebhookSender } from '../kernel/metrics';

const RESULTS: Record<number, WebhookResult> = {
  401: 'unauthenticated',
  413: 'too-large',
  429: 'rate-limited',
};

/** Counts requests by the status of their response. */
export function countWebhooks(
  counters: Pick<Counters, 'webhook'>,
  kind: WebhookSender['kind'],
  idOf: (params: Record<string, string>) => string,
): RequestHandler {
  return (req, res, next) => {
    const sender = { kind, id: idOf(req.params) };
    res.once('finish', () =>
      counters.webhook(sender, toResult(res.statusCode)),
    );
    next();
  };
}

function toResult(status: number): WebhookResult {
  if (status < 400) return 'accepted';
  return RESULTS[status] ?? (status < 500 ? 'rejected' : 'failed');
}
