import fc from 'fast-check';
import type { User } from '../portal';
import { USERS } from '../portal';
import type { Operation } from './document';
import { fromSchema } from './fromSchema';
import type { Exists, Schema } from './fromSchema';
import { Existing } from './Known';
import type { Known } from './Known';
import { hostileText, hostileValue } from './values';

/** A request to send. */
export interface FuzzRequest {
  operation: Operation;
  user: User | Existing | 'nobody' | 'forger';
  path: Record<string, unknown>;
  query: [name: string, value: unknown][];
  headers: Record<string, string>;
  /** Strings are sent as is. */
  body?: unknown;
}

/** Node's server rejects longer ones itself. */
const shortText = hostileText.filter(each => each.length < 500);

/** Other segments would be the path of another operation. */
const segment = shortText.map(each =>
  ['', '.', '..'].includes(each) ? 'x' : each,
);

/** A Yjs update without changes, or arbitrary bytes. */
const liveUpdate = fc
  .oneof(fc.constant(new Uint8Array(2)), fc.uint8Array({ maxLength: 60 }))
  .map(bytes => Buffer.from(bytes).toString('base64'))
  .map(update => new Existing(() => update));

/** Generates mostly valid requests for existing items. */
export function requests(
  operation: Operation,
  known: Known,
): fc.Arbitrary<FuzzRequest> {
  // All parts of a request use the same target, otherwise hardly any would be valid.
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
    if (name === 'intoId') {
      return fc.constant(new Existing(() => about().into ?? 'PM-1'));
    }
    if (name === 'reviewerRef') {
      return fc
        .nat(200)
        .map(
          m => new Existing(() => about().blocker ?? known.pick('user ref', m)),
        );
    }
    if (name === 'entryId') {
      return fc.constant(new Existing(() => about().item ?? '1'));
    }
    if (name === 'text' && operation.name === 'redactPostmortem') {
      return fc.constant(new Existing(() => about().title ?? 'Checkout'));
    }
    if (kind) {
      return fc.nat(200).map(m => new Existing(() => known.pick(kind, m)));
    }
    switch (name) {
      case 'contentRevision':
        return fc.constant(new Existing(() => about().contentRevision ?? 1));
      case 'generation':
        return fc.constant(new Existing(() => about().generation ?? 0));
      case 'update':
        return liveUpdate;
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

/** Path parameters use the target rather than a random item. */
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
  ).map(value => {
    switch (name) {
      case 'field':
        return new Existing(() => about().field ?? String(value));
      case 'key':
        return new Existing(() => about().section ?? String(value));
      default:
        return value;
    }
  });
}

/** How many of ten are valid. */
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

/** Generates valid bodies, bodies with one error, and arbitrary ones. */
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

/** Replaces or adds one value. */
function withOneWrong(body: unknown, where: number, value: unknown): unknown {
  if (typeof body !== 'object' || body === null) return value;
  // Placeholders have no fields.
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
