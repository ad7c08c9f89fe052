import { CustomErrorBase } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

/** Reported as 429. */
class TooManyRequestsError extends CustomErrorBase {
  readonly statusCode = 429;
}

/**
 * Limits requests per sender address and webhook, so that unauthenticated senders cannot fill the
 * database. The limit is high enough for a sender to catch up after an outage.
 *
 * @param parameter - path parameter that names the sender
 */
export function webhookLimit(
  parameter: string,
  maxRequestsPerMinute: number,
): RequestHandler {
  return requestLimit(maxRequestsPerMinute, params => `${params[parameter]} `);
}

/**
 * Limits requests per address.
 *
 * @param separately - what each address has its own limit for
 */
export function requestLimit(
  maxRequestsPerMinute: number,
  separately: (params: Record<string, string>) => string = () => '',
): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: maxRequestsPerMinute,
    standardHeaders: true,
    legacyHeaders: false,
    keyGenerator: ({ params, ip }) =>
      `${separately(params)}${ipKeyGenerator(ip ?? '')}`,
    handler: (_req, _res, next) =>
      next(
        new TooManyRequestsError(
          `Too many requests: the limit is ${maxRequestsPerMinute} per minute from one address. Try again later`,
        ),
      ),
  });
}
