import { z } from 'zod';
import { endpoints } from 'backstage-plugin-postmortems-common';
import type {
  Endpoint,
  EndpointName,
} from 'backstage-plugin-postmortems-common';
import { jsonSchema } from '../kernel/jsonSchema';

type Json = Record<string, unknown>;

const PROBLEMS: Record<number, string> = {
  400: 'Invalid request; the message names the field',
  401: 'Missing or invalid token',
  403: 'The caller lacks the permission',
  404: 'Not found',
  409: 'Not allowed in the current state',
  412: 'Changed by someone else; `error.current` is the current state',
  413: 'The body is too large',
  415: 'The body is not JSON in UTF-8',
  503: 'The database or the catalog is unavailable; retry after the seconds in Retry-After',
};

const ERROR: Json = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: {
        name: { type: 'string' },
        message: { type: 'string' },
        current: { description: 'On 412: the current state of the resource' },
      },
    },
    request: { type: 'object' },
    response: {
      type: 'object',
      properties: { statusCode: { type: 'integer' } },
    },
  },
};

const IF_MATCH: Json = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The revision you last read',
  schema: { type: 'string', examples: ['"3"'] },
};

/**
 * Generates the OpenAPI 3.1 document from the routes and schemas in use, so they can't diverge.
 *
 * @param without - operations to leave out
 */
export function openApiDocument(without: readonly EndpointName[] = []): Json {
  const paths: Record<string, Json> = {};
  for (const [operationId, endpoint] of Object.entries<Endpoint>(endpoints)) {
    if (without.includes(operationId as EndpointName)) continue;
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method]: operation(operationId, endpoint),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Postmortems',
      version: '1',
      description:
        'Incident postmortems and their compliance with the deadline policy.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/postmortems' }],
    security: [{ backstageToken: [] }],
    paths,
    components: {
      securitySchemes: {
        backstageToken: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Error: ERROR },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [
          `Problem${status}`,
          {
            description,
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Error' },
              },
            },
          },
        ]),
      ),
    },
  };
}

function operation(operationId: string, endpoint: Endpoint): Json {
  const { summary, status, params, query, body, ifMatch } = endpoint;
  const { queryNamesOne, response, mediaType } = endpoint;
  const writes = endpoint.method !== 'get';
  const problems = [
    400,
    401,
    403,
    ...(params || body || queryNamesOne ? [404] : []),
    ...(writes ? [409] : []),
    ...(ifMatch ? [412] : []),
    ...(body ? [413, 415] : []),
    503,
  ];
  return {
    operationId,
    summary,
    parameters: [
      ...parameters('path', params),
      ...parameters('query', query),
      ...(ifMatch ? [IF_MATCH] : []),
    ],
    ...(body && {
      requestBody: { required: true, content: json(body, 'input') },
    }),
    responses: {
      [status]: {
        description: summary,
        ...(response && { content: output(response, mediaType) }),
      },
      ...Object.fromEntries(
        problems.map(problem => [
          problem,
          { $ref: `#/components/responses/Problem${problem}` },
        ]),
      ),
    },
  };
}

function parameters(where: 'path' | 'query', schema: Endpoint['query']) {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const {
      description,
      default: byDefault,
      ...rest
    } = jsonSchema(field as z.ZodType, 'input');
    return {
      name,
      in: where,
      required: where === 'path',
      ...(description ? { description } : {}),
      schema: {
        ...rest,
        ...(byDefault !== undefined && { default: byDefault }),
      },
    };
  });
}

function output(schema: z.ZodType, mediaType = 'application/json'): Json {
  return { [mediaType]: { schema: jsonSchema(schema, 'output') } };
}

function json(schema: z.ZodType, io: 'input' | 'output'): Json {
  return { 'application/json': { schema: jsonSchema(schema, io) } };
}
