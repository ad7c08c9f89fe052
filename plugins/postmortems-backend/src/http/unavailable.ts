import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ErrorRequestHandler, Router as Routes } from 'express';
import Router from 'express-promise-router';
import { asUnavailable } from '../kernel/unavailable';

/**
 * When clients should retry, in seconds: soon enough for people who are waiting, late enough to
 * spread the load.
 */
const RETRY_AFTER_SECONDS = '5';

/**
 * Combines all routes, and reports temporary failures, such as a restarting database, as 503 with
 * Retry-After.
 */
export function joinRoutes(routes: Routes[], logger: LoggerService): Routes {
  const all = Router();
  routes.forEach(each => all.use(each));
  all.use(unavailableHandler(logger));
  return all;
}

function unavailableHandler(logger: LoggerService): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const reported = asUnavailable(error);
    if (reported !== error)
      logger.warn('Request failed: a dependency is unavailable', error);
    const unavailable =
      isError(reported) && reported.name === 'ServiceUnavailableError';
    if (unavailable && !res.headersSent) {
      res.setHeader('Retry-After', RETRY_AFTER_SECONDS);
    }
    next(reported);
  };
}
