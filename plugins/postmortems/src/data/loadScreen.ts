import { loadClient } from './loadClient';

/**
 * Loads a screen and the API client in parallel. If the client fails to load, the first request
 * tries again and reports the error.
 */
export function loadScreen<T>(load: () => Promise<T>): Promise<T> {
  loadClient().catch(() => undefined);
  return load();
}
