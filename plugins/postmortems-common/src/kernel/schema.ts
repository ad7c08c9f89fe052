import type { z } from 'zod';

/**
 * The schema of an object. `TInput` is the value before parsing and `TOutput` the value after;
 * they differ if fields have defaults.
 *
 * @public
 */
export interface ObjectSchema<TOutput, TInput = TOutput>
  extends z.ZodType<TOutput, TInput> {
  readonly shape: Readonly<Record<string, z.core.$ZodType>>;
}

/**
 * Types a schema with a declared interface, which is faster to check and shorter to read than the
 * type inferred from its fields.
 */
export function objectSchema<TOutput, TInput = TOutput>(
  schema: z.core.$ZodType<TOutput, TInput>,
): ObjectSchema<TOutput, TInput> {
  return schema as ObjectSchema<TOutput, TInput>;
}

/**
 * A schema for each field of an object: `z.object({…} satisfies Fields<T>)` fails to compile if a
 * field is missing or unknown.
 */
export type Fields<T> = { [K in keyof T]-?: z.core.$ZodType<T[K]> };

/**
 * An object after parsing, with defaults for the fields `K`.
 *
 * @public
 */
export type WithDefaults<T, K extends keyof T> = Omit<T, K> &
  Required<Pick<T, K>>;
