import type { z } from 'zod/v3';

/** The subset of JSON Schema that the REST API uses. */
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
 * Converts JSON Schema to Zod 3, which the Backstage actions registry requires. The result only
 * describes the structure; the operation itself validates lengths and formats.
 */
export function toZod3(zod: Zod, schema: JsonSchema): z.ZodTypeAny {
  const converted = convert(zod, schema);
  return schema.description
    ? converted.describe(schema.description)
    : converted;
}

/** An object schema. It allows unknown properties, because the operation itself rejects them. */
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
