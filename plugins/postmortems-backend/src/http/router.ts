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
import { lazyValue } from '../kernel/lazyValue';
import { audited } from '../kernel/audit';
import { openApiDocument } from './openapi';
import { parse, parseIfMatch, parseQuery } from '../kernel/parse';

type Operation = (
  request: unknown,
  options: PostmortemsServiceOptions,
) => Promise<unknown>;

/** Allows for an import in which every plain-text field has its maximum length. */
const BODY_LIMIT = '10mb';

const parseJson = express.json({ limit: BODY_LIMIT });

/** Replaces the parser's own error, which includes the whole body. */
const malformedJson: ErrorRequestHandler = (error, _req, _res, next) => {
  const isMalformed = error.type === 'entity.parse.failed';
  next(isMalformed ? new InputError(`body: ${error.message}`) : error);
};

/** Reported as 415. */
class UnsupportedMediaTypeError extends CustomErrorBase {
  readonly statusCode = 415;
}

/** Rejects bodies with another content type, which would otherwise be ignored silently. */
async function onlyJson(req: Request) {
  const isEmpty = req.get('content-length') === '0';
  // `false` means another type, `null` means no body.
  if (isEmpty || req.is('json') !== false) return 'next';
  throw new UnsupportedMediaTypeError('Content-Type must be application/json');
}

/**
 * Serves the service over REST. Each endpoint has a route, which parses the request and calls the
 * operation of the same name. Contains no business rules.
 */
export function createRouter(options: {
  service: PostmortemsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  /** Operations that are left out of the OpenAPI document. */
  undocumented: readonly EndpointName[];
}): express.Router {
  const { service, httpAuth, auditor, undocumented } = options;
  const router = Router();
  const authenticated = async (req: Request) => {
    await httpAuth.credentials(req, { allow: ['user', 'service'] });
    return 'next';
  };
  // Created on the first request, to keep startup fast.
  const document = lazyValue(() => openApiDocument(undocumented));
  router.get('/openapi.json', (_req, res) => {
    res.json(document());
  });

  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const operation = service[name as EndpointName] as Operation;
    // Bodies of unauthenticated requests are never parsed.
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
      // Browsers must not cache the response by its ETag, which is only for If-Match: the revision
      // stays the same if a part with its own revision changes, such as a section.
      res.setHeader('Cache-Control', 'no-store');
      res.status(endpoint.status);
      if (endpoint.mediaType) res.type(endpoint.mediaType).send(result);
      else if (endpoint.response) res.json(result);
      else res.end();
    });
  }
  return router;
}

/** For endpoints without query parameters. Any parameter is an error. */
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
