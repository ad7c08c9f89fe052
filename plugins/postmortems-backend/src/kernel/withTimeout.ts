import { setTimeout as sleep } from 'node:timers/promises';

/** Limits how long to wait for the catalog, whose client has no timeout. */
export async function withTimeout<T>(
  answer: Promise<T>,
  milliseconds: number,
): Promise<T> {
  const answered = new AbortController();
  const late = sleep(milliseconds, undefined, {
    ref: false,
    signal: answered.signal,
  }).then(() => {
    throw new Error(`The catalog did not respond within ${milliseconds} ms`);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    answered.abort();
  }
}
