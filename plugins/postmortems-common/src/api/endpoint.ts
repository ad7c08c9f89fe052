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

type Part<K extends string, S> = S extends z.ZodType
  ? {} extends z.input<S>
    ? { [P in K]?: z.input<S> }
    : { [P in K]: z.input<S> }
  : {};

/**
 * What a caller gives an endpoint.
 *
 * @public
 */
export type EndpointInput<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']> &
  (E extends { ifMatch: true } ? { ifMatch: number } : {});

type Parsed<K extends string, S> = S extends z.ZodType
  ? { [P in K]: z.output<S> }
  : {};

/**
 * The same after validation, with defaults filled in: what a handler works with.
 *
 * @public
 */
export type EndpointRequest<E extends Endpoint> = Parsed<
  'params',
  E['params']
> &
  Parsed<'query', E['query']> &
  Parsed<'body', E['body']> &
  (E extends { ifMatch: true } ? { ifMatch: number } : {});

/**
 * What an endpoint answers.
 *
 * @public
 */
export type EndpointOutput<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.output<E['response']>
  : void;
