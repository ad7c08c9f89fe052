import { InputError } from '@backstage/errors';
import {
  describeIssue,
  fieldName,
  plainIssues,
} from 'backstage-plugin-postmortems-common';
import type { ObjectSchema } from 'backstage-plugin-postmortems-common';
import type { z } from 'zod';

/** Maximum number of mistakes to report. A long list usually has a single cause. */
const MAX_ISSUES = 5;

/**
 * Validates part of a request.
 *
 * @param where - name of the part, such as `body`, for mistakes that aren't in a single field
 * @throws InputError naming each wrong field, the values allowed and the value received
 */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: string,
): z.output<S> {
  const result = schema.safeParse(value, plainIssues);
  if (result.success) {
    const [path] = unstorable(result.data);
    if (!path) return result.data;
    throw new InputError(
      `${
        fieldName(path) || where
      } must be valid Unicode without null characters (U+0000)`,
    );
  }
  throw new InputError(
    result.error.issues
      .slice(0, MAX_ISSUES)
      .map(issue => describeIssue(issue, where))
      .join('; '),
  );
}

/**
 * Finds text that the databases can't store unchanged: PostgreSQL rejects U+0000, and a lone
 * surrogate has no UTF-8 encoding.
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

/**
 * Validates a query string. If the schema expects a list, a single value becomes a one-item list.
 *
 * @throws InputError
 */
export function parseQuery<S extends ObjectSchema<unknown>>(
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
 * Reads the revision in an `If-Match` header.
 *
 * @throws InputError if the header is missing or malformed
 */
export function parseIfMatch(header: string | undefined): number {
  const revision = header?.match(/^(?:W\/)?"?(\d{1,9})"?$/)?.[1];
  if (revision === undefined) {
    throw new InputError(
      'If-Match must be the revision you last read, such as "3". Use the ETag header or the revision field of the resource',
    );
  }
  return Number(revision);
}
