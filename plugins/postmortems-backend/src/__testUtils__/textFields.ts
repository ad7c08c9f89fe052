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

import { z } from 'zod';

/** Where in a value something is. */
export type Path = (string | number)[];

interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  maxLength?: number;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
}

/** Where somebody may write what they want, by what the schema of a body says. */
export interface TextField {
  path: Path;
  max: number;
  /** Of several, or one that is no text: needs the rest of what it stands in. */
  beside: Record<string, unknown>;
}

/** What those that stand in a list or an object besides the text need to be. */
const NEIGHBOURS: Record<string, unknown> = {
  at: '2026-03-10T09:14:00.000Z',
  severity: 'SEV-2',
  userRef: 'user:default/alice',
  role: 'scribe',
  url: 'https://example.com',
  occurredAt: '2026-03-10T10:00:00Z',
  text: 'x',
  title: 'x',
  kind: 'prevent',
  priority: 'P1',
  reason: 'x',
  approverRef: 'user:default/alice',
  dueAt: '2026-06-01T00:00:00Z',
};

/** Every field of a schema into which any text may be written. */
export function textFields(schema: z.ZodType): TextField[] {
  return find(z.toJSONSchema(schema, { io: 'input' }) as Schema, [], {});
}

function find(schema: Schema, path: Path, beside: object): TextField[] {
  if (schema.anyOf) {
    return schema.anyOf.flatMap(each => find(each, path, beside));
  }
  switch (schema.type) {
    case 'string':
      return isFree(schema, path)
        ? [{ path, max: schema.maxLength ?? 100, beside: { ...beside } }]
        : [];
    case 'array':
      return find(schema.items ?? {}, [...path, 0], {});
    case 'object': {
      const { properties, propertyNames, additionalProperties } = schema;
      if (propertyNames && typeof additionalProperties === 'object') {
        const [key] = propertyNames.enum as string[];
        return find(additionalProperties, [...path, key], {});
      }
      return Object.entries(properties ?? {}).flatMap(([name, field]) =>
        find(field, [...path, name], neighbours(schema, path)),
      );
    }
    default:
      return [];
  }
}

/** In bodies themselves, that is what the test sends anyway. */
function neighbours(schema: Schema & { required?: string[] }, path: Path) {
  if (path.length === 0) return {};
  return Object.fromEntries(
    (schema.required ?? []).map(name => [name, NEIGHBOURS[name]]),
  );
}

/** Severities are words of the configuration. Single lines have a pattern, which is no form. */
function isFree(
  { enum: words, const: word, format, pattern }: Schema,
  path: Path,
) {
  const isForm = pattern !== undefined && pattern !== '^[^\\r\\n]*$';
  return (
    !words &&
    !word &&
    !format &&
    !isForm &&
    path[path.length - 1] !== 'severity'
  );
}

/** The body with a text in the field. */
export function withText(
  body: unknown,
  { path: [key, ...rest], beside, ...field }: TextField,
  text: string,
): unknown {
  if (key === undefined) return text;
  const known = Object(body) as Record<string, unknown>;
  const inside = withText(
    rest.length === 1 ? { ...beside, ...Object(known[key]) } : known[key],
    { path: rest, beside, ...field },
    text,
  );
  if (typeof key === 'number') {
    const list = (Array.isArray(body) ? body : []).slice(key + 1);
    return [inside, ...list];
  }
  return { ...known, [key]: inside };
}
