/** Converts a value to JSON text for a nullable column. */
export function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** Parses a nullable JSON text column. */
export function fromJson<T>(text: string | null): T | undefined {
  return text === null ? undefined : JSON.parse(text);
}
