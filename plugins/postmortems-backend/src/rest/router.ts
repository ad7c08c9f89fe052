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

import express from 'express';
import type { ErrorRequestHandler, Request } from 'express';
import Router from 'express-promise-router';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { CustomErrorBase, InputError } from '@backstage/errors';
import { endpoints } from 'backstage-plugin-postmortems-common';
import type {
  Endpoint,
  EndpointName,
} from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import { lazily } from '../lazily';
import { audited } from './audit';
import { openApiDocument } from './openapi';
import { parse, parseIfMatch, parseQuery } from './parse';

type Operation = (
  request: unknown,
  options: PostmortemsServiceOptions,
) => Promise<unknown>;

/** Large enough for an import with every field at its limit in plain text. */
const BODY_LIMIT = '10mb';

const parseJson = express.json({ limit: BODY_LIMIT });

/** Says what is wrong without sending back all of it, which the parser's own error would. */
const malformedJson: ErrorRequestHandler = (error, _req, _res, next) => {
  const isMalformed = error.type === 'entity.parse.failed';
  next(isMalformed ? new InputError(`body: ${error.message}`) : error);
};

/** What the portal's error handler answers with 415. */
class UnsupportedMediaTypeError extends CustomErrorBase {
  readonly statusCode = 415;
}

/** Of another type, the body would be taken for none. */
async function onlyJson(req: Request) {
  const isEmpty = req.get('content-length') === '0';
  // False is another type, null no body.
  if (isEmpty || req.is('json') !== false) return 'next';
  throw new UnsupportedMediaTypeError('Content-Type must be application/json');
}

/**
 * Serves the service as REST: one route per endpoint of the common package, each of which
 * parses the request, calls the operation of the same name, and answers. No rule lives here.
 */
export function createRouter(options: {
  service: PostmortemsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): express.Router {
  const { service, httpAuth, auditor } = options;
  const router = Router();
  const authenticated = async (req: Request) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    return 'next';
  };
  // Made when somebody asks for it: the portal need not wait for it to start.
  const document = lazily(openApiDocument);
  router.get('/openapi.json', (_req, res) => {
    res.json(document());
  });

  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const operation = service[name as EndpointName] as Operation;
    // Nothing is read of whoever has no token.
    const bodyParsers = endpoint.body
      ? [onlyJson, parseJson, malformedJson]
      : [];
    router[endpoint.method](endpoint.path, authenticated, ...bodyParsers);
    router[endpoint.method](endpoint.path, async (req, res) => {
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      const request = parseRequest(endpoint, req);
      const result = await audited(
        auditor,
        { name, endpoint, postmortemId: req.params.id, request: req },
        () => operation(request, { credentials }),
      );
      const revision = (result as { revision?: number } | undefined)?.revision;
      if (revision !== undefined) res.setHeader('ETag', `"${revision}"`);
      // The revision is for If-Match: it does not count what has revisions of its own, such as
      // sections, nor the passing of time. An answer kept by a browser must not be taken for new.
      res.setHeader('Cache-Control', 'no-store');
      res.status(endpoint.status);
      if (endpoint.mediaType) res.type(endpoint.mediaType).send(result);
      else if (endpoint.response) res.json(result);
      else res.end();
    });
  }
  return router;
}

/** For endpoints that take no parameters in the query string: any is one too many. */
const NO_QUERY = z.strictObject({});

function parseRequest(endpoint: Endpoint, req: Request) {
  const { params, query, body, ifMatch } = endpoint;
  const parsedQuery = parseQuery(query ?? NO_QUERY, req.query);
  return {
    ...(params && { params: parse(params, req.params, 'path') }),
    ...(query && { query: parsedQuery }),
    ...(body && { body: parse(body, req.body, 'body') }),
    ...(ifMatch && { ifMatch: parseIfMatch(req.get('If-Match')) }),
  };
}
