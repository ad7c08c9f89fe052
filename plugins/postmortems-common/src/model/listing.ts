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
import { entityRefSchema } from './primitives';
import { LIMITS } from './limits';

/**
 * A filter with several values, any of which will do.
 *
 * @internal
 */
export function anyOf<T extends z.ZodType>(schema: T) {
  return z.array(schema).min(1).max(LIMITS.queryValues).optional();
}

/**
 * A reference, or the word for having none.
 *
 * @internal
 */
export const refOrNoneSchema = z.union([entityRefSchema, z.literal('none')], {
  error:
    'must be a full entity reference such as group:default/checkout, or none',
});

/** @internal */
export const subTeamsSchema = z
  .enum(['include', 'exclude'])
  .optional()
  .describe(
    'Whether teamRef stands for its sub-teams too; by default it does not',
  );

/**
 * A field to order by, and the direction.
 *
 * @internal
 */
export function orderFieldSchema(fields: readonly string[]) {
  return z
    .string()
    .regex(new RegExp(`^(${fields.join('|')}),(asc|desc)$`), {
      error: `must be one of ${fields.join(
        ', ',
      )} followed by ",asc" or ",desc"`,
    })
    .describe(`Field and direction, such as ${fields[0]},desc`);
}

/** @internal */
export const pageParameters = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(LIMITS.pageSize)
    .default(LIMITS.defaultPageSize),
  cursor: z
    .string()
    .max(2_000)
    .optional()
    .describe('From pageInfo of an earlier answer to the same query'),
  totalItems: z
    .enum(['include', 'exclude'])
    .default('include')
    .describe('Whether to count all that match'),
};

/**
 * A page of a list.
 *
 * `totalItems` is exact up to {@link LIMITS}.countedItems; where more match, it is that bound
 * and `totalItemsCapped` is true. It is absent where it was not asked for.
 *
 * @public
 */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    totalItems: z.int().min(0).optional(),
    totalItemsCapped: z.boolean().optional(),
    pageInfo: z.object({
      nextCursor: z.string().optional(),
      prevCursor: z.string().optional(),
    }),
  });
}

/**
 * A page of a list.
 *
 * @public
 */
export interface Page<T> {
  items: T[];
  totalItems?: number;
  totalItemsCapped?: boolean;
  pageInfo: { nextCursor?: string; prevCursor?: string };
}
