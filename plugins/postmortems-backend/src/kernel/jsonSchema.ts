import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/** The JSON Schema of the input or output of a Zod schema. */
export function jsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
): JsonObject {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
  });
  return rest as JsonObject;
}
