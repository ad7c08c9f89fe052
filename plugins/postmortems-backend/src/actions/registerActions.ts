import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { endpoints } from 'backstage-plugin-postmortems-common';
import type { Endpoint } from 'backstage-plugin-postmortems-common';
import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { z } from 'zod';
import { audited, isReadOnly } from '../kernel/audit';
import { jsonSchema } from '../kernel/jsonSchema';
import { parse } from '../kernel/parse';
import { OFFERED } from './offered';
import { asUnavailable } from '../kernel/unavailable';
import { toZod3Object } from './toZod3';
import type { JsonSchema } from './toZod3';

type Operation = (
  request: unknown,
  options: PostmortemsServiceOptions,
) => Promise<unknown>;

const REVISION = z
  .int()
  .min(0)
  .describe('The revision you read. Fails if it has changed since');

/**
 * Registers operations as actions, which Backstage offers to agents over MCP. They use the same
 * service as the REST API, so the same access rules apply.
 */
export function registerActions(options: {
  registry: ActionsRegistryService;
  service: PostmortemsService;
  auditor: AuditorService;
}): void {
  const { registry, service, auditor } = options;
  for (const offer of OFFERED) {
    const { operation: key, idempotent, required = [], ...words } = offer;
    const endpoint: Endpoint = endpoints[key];
    const operation = service[key] as Operation;
    const readOnly = isReadOnly(endpoint);

    registry.register({
      ...words,
      attributes: {
        readOnly,
        destructive: false,
        idempotent: readOnly || idempotent === true,
      },
      schema: {
        input: zod => toZod3Object(zod, inputSchema(endpoint, required)),
        output: zod =>
          toZod3Object(
            zod,
            jsonSchema(endpoint.response ?? z.object(), 'output') as JsonSchema,
          ),
      },
      action: async ({ input, credentials }) => {
        const request = requestOf(endpoint, input);
        const output = await audited(
          auditor,
          { name: key, endpoint, postmortemId: request.params?.id as string },
          () => operation(request, { credentials }),
        ).catch(error => {
          throw asUnavailable(error);
        });
        return { output: output as Record<string, unknown> };
      },
    });
  }
}

/** Merges the parameters, query and body of an operation. Their field names never collide. */
function inputSchema(endpoint: Endpoint, required: string[]): JsonSchema {
  const parts = [endpoint.params, endpoint.query, endpoint.body]
    .filter(part => part !== undefined)
    .map(part => jsonSchema(part, 'input') as JsonSchema);
  return {
    properties: Object.assign(
      {},
      ...parts.map(part => part.properties),
      endpoint.ifMatch && { ifMatch: jsonSchema(REVISION, 'input') },
    ),
    required: [
      ...parts.flatMap(part => part.required ?? []),
      ...(endpoint.ifMatch ? ['ifMatch'] : []),
      ...required,
    ],
  };
}

/** @throws InputError naming each wrong field and what it must be */
function requestOf(endpoint: Endpoint, input: Record<string, unknown>) {
  const { params, query, body, ifMatch } = endpoint;
  const isParameter = (name: string) => name in (params?.shape ?? {});
  const own = Object.fromEntries(
    Object.entries(input).filter(
      ([name]) => !isParameter(name) && !(ifMatch && name === 'ifMatch'),
    ),
  );
  return {
    ...(params && {
      params: parse(
        params,
        Object.fromEntries(
          Object.entries(input).filter(([name]) => isParameter(name)),
        ),
        'input',
      ),
    }),
    ...(query && { query: parse(query, own, 'input') }),
    ...(body && { body: parse(body, own, 'input') }),
    ...(ifMatch && { ifMatch: parse(REVISION, input.ifMatch, 'ifMatch') }),
  };
}
