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
import type { Existing, Kind } from './Known';
import { text, time } from './values';

/** As much of JSON Schema as the document uses. */
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

/** Makes something that exists of a kind, or by the name of a field. */
export type Exists = (
  kind: Kind | undefined,
  name: string,
) => fc.Arbitrary<Existing> | undefined;

/** More would only make requests long. */
const MOST_ITEMS = 3;
const MOST_OPTIONAL = 3;

/**
 * Makes values that a schema allows, or nearly: lengths and rules between fields are left to the
 * server. Where something existing is named, it mostly exists.
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
  // With all of them, hardly any object would be right in each.
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
      // Other addresses lead anywhere, as their format says.
      return format === 'uri' ? undefined : 'ticket';
    default:
      return undefined;
  }
}
