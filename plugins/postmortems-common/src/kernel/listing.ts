import { z } from 'zod';
import { LIMITS } from './limits';
import { entityRefSchema } from './primitives';
import { objectSchema } from './schema';
import type { Fields, ObjectSchema } from './schema';

/**
 * A filter with several values, combined with OR.
 *
 * @internal
 */
export function anyOf<T extends z.ZodType>(schema: T) {
  return z.array(schema).min(1).max(LIMITS.queryValues).optional();
}

/**
 * A reference, or `none`.
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
  .describe('Whether teamRef includes sub-teams. Default: exclude');

/**
 * A sort field with its direction.
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

/**
 * Query parameters shared by all lists.
 *
 * @public
 */
export interface PageParameters {
  limit?: number;
  cursor?: string;
  totalItems?: 'include' | 'exclude';
}

/** @internal */
export const pageParameters = {
  limit: z.coerce
    .number<number | undefined>()
    .int()
    .min(1)
    .max(LIMITS.pageSize)
    .default(LIMITS.defaultPageSize),
  cursor: z
    .string()
    .max(2_000)
    .optional()
    .describe(
      'nextCursor or prevCursor from the pageInfo of an earlier response to the same query',
    ),
  totalItems: z
    .enum(['include', 'exclude'])
    .default('include')
    .describe('Whether to count all matches'),
};

/**
 * A page of a list. `totalItems` is exact up to {@link LIMITS}.countedItems. Above that, it equals
 * the limit and `totalItemsCapped` is true. `totalItems` is undefined if not requested.
 *
 * @public
 */
export function pageSchema<T>(
  item: z.core.$ZodType<T, T>,
): ObjectSchema<Page<T>> {
  return objectSchema<Page<T>>(z.object(pageFields(item)));
}

/**
 * The fields of a page.
 *
 * @internal
 */
export function pageFields<T>(item: z.core.$ZodType<T, T>) {
  return {
    items: z.array(item),
    totalItems: z.int().min(0).optional(),
    totalItemsCapped: z.boolean().optional(),
    pageInfo: z.object({
      nextCursor: z.string().optional(),
      prevCursor: z.string().optional(),
    }),
  } satisfies Fields<Page<T>>;
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
