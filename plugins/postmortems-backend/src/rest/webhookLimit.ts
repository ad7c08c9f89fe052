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

import { CustomErrorBase } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

/** What the portal's error handler answers with 429. */
class TooManyRequestsError extends CustomErrorBase {
  readonly statusCode = 429;
}

/**
 * Lets one address send to one sender's webhook only so often: whoever needs no token of the
 * portal must not fill the database or keep the backend busy, though a sender may catch up after
 * an outage.
 *
 * @param parameter - the one in the path that names the sender
 */
export function webhookLimit(
  parameter: string,
  maxRequestsPerMinute: number,
): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: maxRequestsPerMinute,
    standardHeaders: true,
    legacyHeaders: false,
    keyGenerator: ({ params, ip }) =>
      `${params[parameter]} ${ipKeyGenerator(ip ?? '')}`,
    handler: (_req, _res, next) =>
      next(
        new TooManyRequestsError(
          `There are at most ${maxRequestsPerMinute} requests a minute from one address`,
        ),
      ),
  });
}
