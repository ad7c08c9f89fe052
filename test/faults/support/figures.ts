import type { TestContext } from 'node:test';

/** Prints measurements. Durations are not asserted, because machines differ. */
export function report(
  context: TestContext,
  figures: Record<string, number | string>,
): void {
  const words = Object.entries(figures).map(
    ([name, value]) =>
      `${name} ${typeof value === 'number' ? Math.round(value) : value}`,
  );
  context.diagnostic(words.join(', '));
}

/** A default size that an environment variable can override. */
export function size(name: string, inCi: number): number {
  return Number(process.env[name] ?? inCi);
}
