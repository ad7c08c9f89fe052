import fc from 'fast-check';
import type { Existing, Kind } from './Known';
import { text, time } from './values';

/** The subset of JSON Schema that the document uses. */
export interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
  pattern?: string;
  format?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** Generates a reference to an existing item of a kind or for a field name. */
export type Exists = (
  kind: Kind | undefined,
  name: string,
) => fc.Arbitrary<Existing> | undefined;

/** More would only make requests long. */
const MOST_ITEMS = 3;
const MOST_OPTIONAL = 3;

/**
 * Generates (almost) valid values of a schema; lengths and relations between fields are left to the
 * server. References mostly exist.
 */
export function fromSchema(
  schema: Schema,
  exists: Exists,
  name = '',
): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    return fc.oneof(...choices.map(each => fromSchema(each, exists, name)));
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) {
    const any = fc.constantFrom(...schema.enum);
    const existing = exists(undefined, name);
    return existing ? fc.oneof(any, existing) : any;
  }
  switch (schema.type) {
    case 'string':
      return exists(kindOf(schema, name), name) ?? fromString(schema);
    case 'integer':
      if (exists(undefined, name)) return exists(undefined, name)!;
      return fc.integer({
        min: schema.minimum ?? -5,
        max: Math.min(schema.maximum ?? 50, 10_000),
      });
    case 'number':
      return fc.double({ noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}, exists, name), {
        minLength: schema.minItems ?? 0,
        maxLength: MOST_ITEMS,
      });
    case 'object':
      return fromObject(schema, exists);
    default:
      return fc.jsonValue();
  }
}

function fromObject(schema: Schema, exists: Exists): fc.Arbitrary<unknown> {
  const { propertyNames, additionalProperties } = schema;
  if (propertyNames && typeof additionalProperties === 'object') {
    return fc.dictionary(
      fromSchema(propertyNames, exists) as fc.Arbitrary<string>,
      fromSchema(additionalProperties, exists),
      { maxKeys: MOST_ITEMS },
    );
  }
  const { properties = {}, required = [] } = schema;
  const fields = (names: string[]) =>
    Object.fromEntries(
      names.map(name => [name, fromSchema(properties[name], exists, name)]),
    );
  const optional = Object.keys(properties).filter(
    name => !required.includes(name),
  );
  // An object with all optional fields is hardly ever valid.
  return fc
    .subarray(optional, {
      maxLength: Math.min(MOST_OPTIONAL, optional.length),
    })
    .chain(names => fc.record(fields([...required, ...names])));
}

function fromString(schema: Schema): fc.Arbitrary<unknown> {
  const { format, pattern, maxLength = 100 } = schema;
  if (format === 'date-time') return time;
  if (format === 'uri') return fc.webUrl();
  if (pattern && !pattern.startsWith('^[^')) {
    return fc.stringMatching(new RegExp(pattern), { maxLength });
  }
  return text(maxLength);
}

function kindOf(
  { pattern = '', format }: Schema,
  name: string,
): Kind | undefined {
  if (pattern.startsWith('^PM-')) {
    return pattern.includes('/') ? 'action item' : 'postmortem';
  }
  if (pattern.startsWith('^A[1-9]')) return 'action item key';
  if (pattern.startsWith('^[1-9]')) return 'item';
  if (pattern.startsWith('^[^:')) {
    if (/entity/.test(name)) return 'entity ref';
    return /owner|user|commander|suggested|attendee|reviewer/.test(name)
      ? 'user ref'
      : 'ref';
  }
  switch (name) {
    case 'source':
    case 'tracker':
    case 'severity':
    case 'cursor':
      return name;
    case 'url':
      // Other URLs can be anything.
      return format === 'uri' ? undefined : 'ticket';
    default:
      return undefined;
  }
}
