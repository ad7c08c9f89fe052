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

import type { z } from 'zod';

/**
 * One operation of the REST API: everything that the server's validation, the client and the
 * OpenAPI document need to know of it.
 *
 * Where `ifMatch` is set, the caller must send the revision it last saw as `If-Match`. The answer
 * is JSON unless `mediaType` says otherwise; then it is text.
 *
 * @public
 */
export interface Endpoint {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/postmortems`, with parameters as `:name`. */
  path: string;
  summary: string;
  status: 200 | 201 | 204;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  ifMatch?: boolean;
  response?: z.ZodType;
  mediaType?: 'text/calendar';
}

/**
 * A part of what a caller gives, which can be left out if all that is in it can.
 *
 * @public
 */
export type EndpointInputPart<K extends string, S> = S extends z.ZodType
  ? {} extends z.input<S>
    ? { [P in K]?: z.input<S> }
    : { [P in K]: z.input<S> }
  : {};

/**
 * What a caller gives an endpoint.
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
 * A part of what a handler works with.
 *
 * @public
 */
export type EndpointRequestPart<K extends string, S> = S extends z.ZodType
  ? { [P in K]: z.output<S> }
  : {};

/**
 * The same after validation, with defaults filled in: what a handler works with.
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
 * What an endpoint answers.
 *
 * @public
 */
export type EndpointOutput<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : void;
