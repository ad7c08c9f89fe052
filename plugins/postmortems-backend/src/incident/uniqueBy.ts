/** Keeps the first element for each key. */
export function uniqueBy<T>(all: T[], keyOf: (each: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const each of all) {
    const key = keyOf(each);
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
