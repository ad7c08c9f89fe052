import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  describeIssue,
  plainIssues,
} from 'backstage-plugin-postmortems-common';
import type { z } from 'zod';
import type { IncidentChange } from './IncidentChange';
import type { SourceDelivery } from './IncidentSource';

/**
 * Parses a delivery's JSON body with a schema.
 *
 * @throws InputError naming the first invalid field
 * @public
 */
export function readDelivery<T>(
  delivery: Pick<SourceDelivery, 'body'>,
  schema: z.ZodType<T>,
): T {
  let json: unknown;
  try {
    json = JSON.parse(delivery.body.toString('utf8'));
  } catch {
    throw new InputError('The body must be JSON');
  }
  const { data, error } = schema.safeParse(json, plainIssues);
  if (!error) return data;
  throw new InputError(
    `Invalid delivery: ${describeIssue(error.issues[0], 'body')}`,
  );
}

/**
 * Parses a response from another system's API.
 *
 * @param what - the response, for the error message, such as `PagerDuty response to /incidents`
 * @throws Error naming the first unexpected field
 * @public
 */
export function readResponse<T>(
  schema: z.ZodType<T>,
  response: unknown,
  what: string,
): T {
  const { data, error } = schema.safeParse(response, plainIssues);
  if (!error) return data;
  throw new Error(
    `Unexpected ${what}: ${describeIssue(error.issues[0], 'body')}`,
  );
}

/**
 * A change before {@link keyed} adds its key.
 *
 * @public
 */
export type UnkeyedChange = IncidentChange extends infer C
  ? C extends IncidentChange
    ? Omit<C, 'key'>
    : never
  : never;

/**
 * Adds a key computed from the change's content, so that the same change is applied once even if it
 * is received twice (in two deliveries, or by webhook and backfill).
 *
 * @public
 */
export function keyed(change: UnkeyedChange): IncidentChange {
  const digest = createHash('sha256')
    .update(JSON.stringify(inOrder(change)))
    .digest('base64url');
  return { ...change, key: `${change.kind}:${digest}` } as IncidentChange;
}

/**
 * Sorts the fields in all objects and drops undefined ones, so that equal values serialize to the
 * same text.
 */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, inOrder(each)]);
}
