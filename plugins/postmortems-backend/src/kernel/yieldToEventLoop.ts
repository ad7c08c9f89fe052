import { setImmediate } from 'node:timers/promises';

/**
 * Lets pending requests run between the steps of long work. SQLite is synchronous, so they would
 * otherwise wait for all the steps.
 */
export async function yieldToEventLoop(): Promise<void> {
  await setImmediate();
}
