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

import type { z } from 'zod/v3';

/** The parts of JSON Schema that the schemas of the REST API are made of. */
export interface JsonSchema {
  type?: string;
  description?: string;
  enum?: string[];
  const?: string | number | boolean;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
}

type Zod = typeof z;

/**
 * The actions registry of Backstage takes schemas of Zod 3 only. They describe there what an
 * action takes and gives; how long a text may be and the like is left to the operation itself,
 * which says in its own words what is wrong.
 */
export function toZod3(zod: Zod, schema: JsonSchema): z.ZodTypeAny {
  const converted = convert(zod, schema);
  return schema.description
    ? converted.describe(schema.description)
    : converted;
}

/** An object; other properties than the known are left to the operation. */
export function toZod3Object(zod: Zod, schema: JsonSchema): z.AnyZodObject {
  return zod
    .object(
      Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => {
          const field = toZod3(zod, property);
          return [
            name,
            schema.required?.includes(name) ? field : field.optional(),
          ];
        }),
      ),
    )
    .passthrough();
}

function convert(zod: Zod, schema: JsonSchema): z.ZodTypeAny {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) {
    const [first, second, ...more] = options.map(each => toZod3(zod, each));
    return second ? zod.union([first, second, ...more]) : first;
  }
  if (schema.const !== undefined) return zod.literal(schema.const);
  if (schema.enum) return zod.enum(schema.enum as [string, ...string[]]);
  switch (schema.type) {
    case 'string':
      return zod.string();
    case 'integer':
      return zod.number().int();
    case 'number':
      return zod.number();
    case 'boolean':
      return zod.boolean();
    case 'null':
      return zod.null();
    case 'array':
      return zod.array(toZod3(zod, schema.items ?? {}));
    case 'object':
      return typeof schema.additionalProperties === 'object' &&
        !schema.properties
        ? zod.record(toZod3(zod, schema.additionalProperties))
        : toZod3Object(zod, schema);
    default:
      return zod.any();
  }
}
