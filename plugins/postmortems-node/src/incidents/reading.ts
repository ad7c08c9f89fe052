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

import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import type { IncidentChange } from './IncidentChange';
import type { SourceDelivery } from './IncidentSource';

/**
 * The JSON of a delivery, as its schema reads it.
 *
 * @throws InputError that names the first field that is wrong
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
    throw new InputError('The delivery is not JSON');
  }
  const { data, error } = schema.safeParse(json);
  if (!error) return data;
  const [{ path, message }] = error.issues;
  throw new InputError(
    `The delivery is not as expected: ${
      path.join('.') || 'as a whole'
    }: ${message}`,
  );
}

/**
 * A change to which {@link keyed} gives its key.
 *
 * @public
 */
export type UnkeyedChange = IncidentChange extends infer C
  ? C extends IncidentChange
    ? Omit<C, 'key'>
    : never
  : never;

/**
 * Gives a change a key made of all that it says. So what two deliveries say alike, or a webhook
 * and a backfill, is one change, and what differs in anything is another one.
 *
 * @public
 */
export function keyed(change: UnkeyedChange): IncidentChange {
  const digest = createHash('sha256')
    .update(JSON.stringify(inOrder(change)))
    .digest('base64url');
  return { ...change, key: `${change.kind}:${digest}` } as IncidentChange;
}

/** The same value with the fields of all objects in order and without undefined ones. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => [name, inOrder(each)]);
}
