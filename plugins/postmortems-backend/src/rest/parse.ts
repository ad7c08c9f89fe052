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

import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/** The most problems told at once. */
const MAX_ISSUES = 5;
/** The longest name told of a field that nobody knows. */
const MAX_NAME = 60;

/**
 * Validates part of a request.
 *
 * @param where - the part, to name problems by that belong to no field, such as `body`
 * @throws InputError naming each field and what would be right
 */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: string,
): z.output<S> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) {
    const [path] = unstorable(result.data);
    if (!path) return result.data;
    throw new InputError(
      `${
        fieldAt(path) || where
      } must be text without U+0000 and halves of surrogate pairs`,
    );
  }

  const messages = result.error.issues.slice(0, MAX_ISSUES).map(issue => {
    const field = fieldAt(issue.path);
    if (issue.code === 'unrecognized_keys') {
      const names = issue.keys
        .slice(0, MAX_ISSUES)
        .map(key => abridged(field ? `${field}.${key}` : key));
      return `${names.join(', ')} is not known here`;
    }
    return `${field || where}${explain(issue)}`;
  });
  throw new InputError(messages.join('; '));
}

/** Whoever sends a lot need not get it all back. */
function abridged(name: string): string {
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name;
}

function fieldAt(path: PropertyKey[]): string {
  return path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

/**
 * Where there is text that no database gives back as it was: PostgreSQL refuses U+0000, and half
 * of a surrogate pair is no character in UTF-8.
 */
function unstorable(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value === 'string') {
    const isText = !value.includes('\0') && !/\p{Surrogate}/u.test(value);
    return isText ? [] : [path];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((each, index) => unstorable(each, [...path, index]))
    : Object.entries(value).flatMap(([key, each]) =>
        unstorable(each, [...path, key]),
      );
}

/** What is wrong, to stand behind the name of the field. */
function explain(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return ' is required';
  return issue.code === 'invalid_type' && issue.message.startsWith('Invalid')
    ? ` must be of type ${issue.expected}`
    : `: ${issue.message}`;
}

/**
 * Reads a query string by a schema: a single value stands for a list of one where the schema
 * wants a list.
 *
 * @throws InputError
 */
export function parseQuery<S extends z.ZodObject>(
  schema: S,
  query: Record<string, unknown>,
): z.output<S> {
  const values = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      typeof value === 'string' && isList(schema.shape[name]) ? [value] : value,
    ]),
  );
  return parse(schema, values, 'query');
}

function isList(schema: z.core.$ZodType | undefined): boolean {
  const definition = schema?._zod.def as
    | { type: string; innerType?: z.core.$ZodType }
    | undefined;
  if (definition?.innerType) return isList(definition.innerType);
  return definition?.type === 'array';
}

/**
 * Reads the revision that an `If-Match` header names.
 *
 * @throws InputError where it is missing or no revision
 */
export function parseIfMatch(header: string | undefined): number {
  const revision = header?.match(/^(?:W\/)?"?(\d{1,9})"?$/)?.[1];
  if (revision === undefined) {
    throw new InputError(
      'If-Match must be the revision last seen, such as "3"; it is the ETag and the revision field of the resource',
    );
  }
  return Number(revision);
}
