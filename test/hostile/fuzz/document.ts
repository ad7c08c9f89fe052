import Ajv from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv';
import fc from 'fast-check';
import type { HostilePortal } from '../portal';
import type { Schema } from './fromSchema';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Content {
  content?: Record<string, { schema: Schema }>;
}

interface Document {
  paths: Record<
    string,
    Record<
      Method,
      {
        operationId: string;
        parameters: {
          name: string;
          in: 'path' | 'query' | 'header';
          schema: Schema;
        }[];
        requestBody?: Content;
        responses: Record<string, Content & { $ref?: string }>;
      }
    >
  >;
  components: {
    schemas: Record<string, Schema>;
    responses: Record<string, Content>;
  };
}

/** An operation in the served OpenAPI document. */
export interface Operation {
  name: string;
  method: Method;
  /** With `{name}` for parameters. */
  path: string;
  parameters: { name: string; in: 'path' | 'query'; schema: Schema }[];
  ifMatch: boolean;
  body?: Schema;
  /** Allowed responses by status. */
  answers: Map<number, { type?: string; validator?: () => ValidateFunction }>;

  /** For readable counterexamples. */
  [fc.toStringMethod](): string;
}

/** Reads the OpenAPI document of the portal. */
export async function readDocument(
  portal: HostilePortal,
): Promise<Operation[]> {
  const response = await fetch(`${portal.api}/openapi.json`, {
    headers: portal.headers('alice'),
  });
  const document = (await response.json()) as Document;
  // Formats are checked by patterns.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'openapi');

  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const { operationId, parameters, requestBody, responses } = described;
      const answers = Object.entries(responses).map(([status, stated]) => {
        const { content = {} } = stated.$ref
          ? document.components.responses[stated.$ref.split('/').pop()!]
          : stated;
        const [type] = Object.keys(content);
        const schema = content[type]?.schema as
          | (Schema & { $ref?: string })
          | undefined;
        // Compiled lazily: few of hundreds are needed, and each is slow.
        const validator =
          schema &&
          (() =>
            ajv.compile(
              schema.$ref ? { $ref: `openapi${schema.$ref}` } : schema,
            ));
        return [Number(status), { type, validator }] as const;
      });
      return {
        name: operationId,
        method: method as Method,
        path,
        parameters: parameters.flatMap(({ name, in: where, schema }) =>
          where === 'header' ? [] : [{ name, in: where, schema }],
        ),
        ifMatch: parameters.some(({ name }) => name === 'If-Match'),
        body: requestBody?.content?.['application/json']?.schema,
        answers: new Map(answers),
        [fc.toStringMethod]: () => operationId,
      };
    }),
  );
}
