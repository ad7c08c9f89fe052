import { setTimeout as sleep } from 'node:timers/promises';

/** Limits how long to wait for the catalog, whose client has no timeout. */
export async function withTimeout<T>(
  response: Promise<T>,
  milliseconds: number,
): Promise<T> {
  const settled = new AbortController();
  const late = sleep(milliseconds, undefined, {
    ref: false,
    signal: settled.signal,
  }).then(() => {
    throw new Error(`The catalog did not respond within ${milliseconds} ms`);
  });
  try {
    return await Promise.race([response, late]);
  } finally {
    settled.abort();
  }
}
