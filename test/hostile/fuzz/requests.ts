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

import fc from 'fast-check';
import type { User } from '../portal';
import { USERS } from '../portal';
import type { Operation } from './document';
import { fromSchema } from './fromSchema';
import type { Exists, Schema } from './fromSchema';
import { Existing } from './Known';
import type { Known } from './Known';
import { hostileText, hostileValue } from './values';

/** A request to be sent. */
export interface FuzzRequest {
  operation: Operation;
  user: User | Existing | 'nobody' | 'forger';
  path: Record<string, unknown>;
  query: [name: string, value: unknown][];
  headers: Record<string, string>;
  /** Text is sent as it is. */
  body?: unknown;
}

/** More than this, and the server of Node refuses it before anybody looks. */
const shortText = hostileText.filter(each => each.length < 500);

/** Other segments are another path, which is not this operation's. */
const segment = shortText.map(each =>
  ['', '.', '..'].includes(each) ? 'x' : each,
);

/** Asks for what there is, mostly as it should be asked for. */
export function requests(
  operation: Operation,
  known: Known,
): fc.Arbitrary<FuzzRequest> {
  // All of a request is about the same, or hardly any would be right.
  return fc.nat(1_000).chain(n => requestsAbout(operation, known, n));
}

function requestsAbout(
  operation: Operation,
  known: Known,
  n: number,
): fc.Arbitrary<FuzzRequest> {
  const { parameters, body } = operation;
  const about = () => known.about(operation, n);
  const exists: Exists = (kind, name) => {
    if (kind) {
      return fc.nat(200).map(m => new Existing(() => known.pick(kind, m)));
    }
    switch (name) {
      case 'contentRevision':
        return fc.constant(new Existing(() => about().contentRevision ?? 1));
      case 'to':
        return fc.constant(new Existing(() => about().next ?? 'in-review'));
      default:
        return undefined;
    }
  };
  const inPath = parameters.filter(each => each.in === 'path');
  const inQuery = parameters.filter(each => each.in === 'query');
  return fc.record({
    operation: fc.constant(operation),
    user: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom(...USERS) },
      {
        weight: 10,
        arbitrary: fc.constant(new Existing(() => about().user ?? 'alice')),
      },
      { weight: 1, arbitrary: fc.constantFrom('nobody', 'forger' as const) },
    ),
    path: fc.record(
      Object.fromEntries(
        inPath.map(({ name, schema }) => [
          name,
          mostly(
            fc.oneof(
              { weight: 1, arbitrary: fromSchema(schema, exists, name) },
              { weight: 8, arbitrary: meant(schema, exists, name, about) },
            ),
            segment,
          ),
        ]),
      ),
    ),
    query: queries(inQuery, exists),
    headers: headers(operation),
    ...(body && { body: bodies(body, exists) }),
  }) as fc.Arbitrary<FuzzRequest>;
}

/** What stands in the path is what the request is about, not just any that there is. */
function meant(
  schema: Schema,
  exists: Exists,
  name: string,
  about: () => ReturnType<Known['about']>,
): fc.Arbitrary<unknown> {
  const found = (find: () => string | undefined, other: Existing) =>
    new Existing(() => find() ?? other.toString());
  return fromSchema(
    schema,
    (kind, field) => {
      const any = exists(kind, field);
      switch (kind) {
        case 'postmortem':
          return fc.constant(new Existing(() => about().postmortem));
        case 'item':
        case 'action item key':
          return any!.map(other => found(() => about().item, other));
        default:
          return any;
      }
    },
    name,
  ).map(value =>
    name === 'field'
      ? new Existing(() => about().field ?? String(value))
      : value,
  );
}

/** Of ten, how many are as they should be. */
const GOOD = 9;

function mostly<T>(
  good: fc.Arbitrary<T>,
  bad: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: GOOD, arbitrary: good as fc.Arbitrary<unknown> },
    { weight: 10 - GOOD, arbitrary: bad },
  );
}

function queries(
  parameters: { name: string; schema: Schema }[],
  exists: Exists,
): fc.Arbitrary<[string, unknown][]> {
  const known = parameters.map(({ name, schema }) => {
    const value = fromSchema(schema, exists, name);
    const values = schema.type === 'array' ? value : value.map(each => [each]);
    return fc
      .tuple(
        fc.integer({ min: 0, max: 9 }),
        mostly(
          values,
          fc.array(shortText, { minLength: 1, maxLength: 3 }),
        ) as fc.Arbitrary<unknown[]>,
      )
      .map(([dice, list]) =>
        dice < 3 ? list.map((each): [string, unknown] => [name, each]) : [],
      );
  });
  const unknown = fc.oneof(
    { weight: 30, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('x', 'limit', 'q[$gt]', '__proto__', 'status[0][0]'),
          shortText,
        )
        .map(each => [each]),
    },
  );
  return fc
    .tuple(...known, unknown)
    .map(each => each.flat() as [string, unknown][]);
}

function headers({ ifMatch }: Operation): fc.Arbitrary<Record<string, string>> {
  const revision = fc.oneof(
    { weight: 8, arbitrary: fc.nat(6).map(n => `"${n}"`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '*', 'W/"1"', '"-1"', '"1e9"', '1, 2'),
    },
  );
  const odd = fc.constantFrom<Record<string, string>>(
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=utf-16' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-encoding': 'gzip' },
    { accept: 'application/xml' },
    { 'x-http-method-override': 'DELETE' },
    { 'x-forwarded-for': '::ffff:999.1.1.1', 'x-forwarded-host': 'evil.test' },
    { 'if-none-match': '*', range: 'bytes=0-' },
  );
  const usual = fc.constant<Record<string, string>>({
    'content-type': 'application/json',
  });
  return fc
    .tuple(
      ifMatch ? revision : fc.constant(undefined),
      fc.oneof({ weight: 20, arbitrary: usual }, { weight: 1, arbitrary: odd }),
    )
    .map(([match, others]) => ({
      ...others,
      ...(match !== undefined && { 'if-match': match }),
    }));
}

/** Bodies as they should be, with one thing wrong, or that are nothing at all. */
function bodies(schema: Schema, exists: Exists): fc.Arbitrary<unknown> {
  const good = fromSchema(schema, exists);
  return fc.oneof(
    { weight: 12, arbitrary: good },
    {
      weight: 3,
      arbitrary: fc
        .tuple(good, fc.nat(1_000), hostileValue)
        .map(([body, where, value]) => withOneWrong(body, where, value)),
    },
    { weight: 1, arbitrary: hostileValue },
    {
      weight: 1,
      arbitrary: fc.constantFrom('{', '[1,]', '\ufeff{}', '{"a":1e999}', '"'),
    },
  );
}

/** The same with something else in one place, or something more. */
function withOneWrong(body: unknown, where: number, value: unknown): unknown {
  if (typeof body !== 'object' || body === null) return value;
  // What stands for something else has no places of its own.
  if ('toJSON' in body) return value;
  const places = [...Object.keys(body), 'extra'];
  const place = places[where % places.length];
  const inside = (body as Record<string, unknown>)[place];
  const wrong =
    typeof inside === 'object' && where % 2 === 0
      ? withOneWrong(inside, Math.floor(where / places.length), value)
      : value;
  return Array.isArray(body)
    ? body.map((each, index) => (String(index) === place ? wrong : each))
    : { ...body, [place]: wrong };
}
