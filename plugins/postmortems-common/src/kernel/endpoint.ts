import type { z } from 'zod';
import type { ObjectSchema } from './schema';

/**
 * One REST operation. Used for validation, the client and the OpenAPI document. If `ifMatch` is
 * set, the caller must send the revision it last read as `If-Match`. The response is JSON, or text
 * if `mediaType` is set.
 *
 * @public
 */
export interface Endpoint {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Relative to `/api/postmortems`, with parameters as `:name`. */
  path: string;
  summary: string;
  status: 200 | 201 | 204;
  params?: ObjectSchema<Record<string, unknown>>;
  query?: ObjectSchema<unknown>;
  body?: z.ZodType;
  ifMatch?: boolean;
  /** Whether the query names a postmortem, so that the response can be 404. */
  queryNamesOne?: boolean;
  /** For a POST or PUT with no lasting effect: it isn't audited, and agents can call it freely. */
  readOnly?: boolean;
  response?: z.ZodType;
  mediaType?: 'text/calendar';
}

/**
 * One part of an endpoint's input. Optional if all its fields are optional.
 *
 * @public
 */
export type EndpointInputPart<K extends string, S> = S extends z.ZodType
  ? {} extends z.input<S>
    ? { [P in K]?: z.input<S> }
    : { [P in K]: z.input<S> }
  : {};

/**
 * The input of an endpoint.
 *
 * @public
 */
export type EndpointInput<E extends Endpoint> = EndpointInputPart<
  'params',
  E['params']
> &
  EndpointInputPart<'query', E['query']> &
  EndpointInputPart<'body', E['body']> &
  (E extends { ifMatch: true } ? { ifMatch: number } : {});

/**
 * One part of a validated request.
 *
 * @public
 */
export type EndpointRequestPart<K extends string, S> = S extends z.ZodType
  ? { [P in K]: z.output<S> }
  : {};

/**
 * A validated request with defaults applied, as handlers receive it.
 *
 * @public
 */
export type EndpointRequest<E extends Endpoint> = EndpointRequestPart<
  'params',
  E['params']
> &
  EndpointRequestPart<'query', E['query']> &
  EndpointRequestPart<'body', E['body']> &
  (E extends { ifMatch: true } ? { ifMatch: number } : {});

/**
 * The response of an endpoint.
 *
 * @public
 */
export type EndpointOutput<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : void;
