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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ErrorRequestHandler, Router as Routes } from 'express';
import Router from 'express-promise-router';
import { asUnavailable } from '../unavailable';

/** Soon enough for whoever waits, and not so soon that all come back at once into the same. */
const RETRY_AFTER_SECONDS = '5';

/**
 * All routes in one, which answer what passes by itself, such as a database that restarts, with 503
 * and when to try again.
 */
export function joinRoutes(routes: Routes[], logger: LoggerService): Routes {
  const all = Router();
  routes.forEach(each => all.use(each));
  all.use(unavailableHandler(logger));
  return all;
}

function unavailableHandler(logger: LoggerService): ErrorRequestHandler {
  return (error, _req, res, next) => {
    const answer = asUnavailable(error);
    if (answer !== error) logger.warn('A request could not be served', error);
    const unavailable =
      isError(answer) && answer.name === 'ServiceUnavailableError';
    if (unavailable && !res.headersSent) {
      res.setHeader('Retry-After', RETRY_AFTER_SECONDS);
    }
    next(answer);
  };
}
