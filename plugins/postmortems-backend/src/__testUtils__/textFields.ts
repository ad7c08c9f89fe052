import { z } from 'zod';

/** A path in a value. */
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

/** A free-text field in the schema of a body. */
export interface TextField {
  path: Path;
  max: number;
  /** Required siblings of the field. */
  beside: Record<string, unknown>;
}

/** Required siblings of fields in lists and nested objects. */
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

/** All free-text fields of a schema. */
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

/** The test itself provides the siblings at the top level. */
function neighbours(schema: Schema & { required?: string[] }, path: Path) {
  if (path.length === 0) return {};
  return Object.fromEntries(
    (schema.required ?? []).map(name => [name, NEIGHBOURS[name]]),
  );
}

/** Severities are not free text. Single lines have a pattern, which is not a format. */
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
