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
import { Existing } from './Known';
import type { Kind, Known } from './Known';
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

/** More would only make requests long. */
const MOST_ITEMS = 3;
const MOST_OPTIONAL = 3;

/**
 * Makes values that a schema allows, or nearly: lengths and rules between fields are left to the
 * server. Where something existing is named, it mostly exists.
 */
export function fromSchema(
  schema: Schema,
  known: Known,
  name = '',
): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    return fc.oneof(...choices.map(each => fromSchema(each, known, name)));
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return fromString(schema, known, name);
    case 'integer':
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
      return fc.array(fromSchema(schema.items ?? {}, known, name), {
        minLength: schema.minItems ?? 0,
        maxLength: MOST_ITEMS,
      });
    case 'object':
      return fromObject(schema, known);
    default:
      return fc.jsonValue();
  }
}

function fromObject(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { propertyNames, additionalProperties } = schema;
  if (propertyNames && typeof additionalProperties === 'object') {
    return fc.dictionary(
      fromSchema(propertyNames, known) as fc.Arbitrary<string>,
      fromSchema(additionalProperties, known),
      { maxKeys: MOST_ITEMS },
    );
  }
  const { properties = {}, required = [] } = schema;
  const fields = (names: string[]) =>
    Object.fromEntries(
      names.map(name => [name, fromSchema(properties[name], known, name)]),
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

function fromString(
  schema: Schema,
  known: Known,
  name: string,
): fc.Arbitrary<unknown> {
  const { format, pattern, maxLength = 100 } = schema;
  const kind = kindOf(schema, name);
  if (kind) return fc.nat(200).map(n => new Existing(kind, n, known));
  if (format === 'date-time') return time;
  if (format === 'uri') return fc.webUrl();
  if (pattern && !pattern.startsWith('^[^')) {
    return fc.stringMatching(new RegExp(pattern), { maxLength });
  }
  return text(maxLength);
}

function kindOf({ pattern = '' }: Schema, name: string): Kind | undefined {
  if (pattern.startsWith('^PM-')) {
    return pattern.includes('/') ? 'action item' : 'postmortem';
  }
  if (pattern.startsWith('^A[1-9]')) return 'action item key';
  if (pattern.startsWith('^[1-9]')) return 'item';
  if (pattern.startsWith('^[^:')) return 'ref';
  if (name === 'source' || name === 'tracker') return 'sender';
  if (name === 'severity' || name === 'cursor') return name;
  return undefined;
}
