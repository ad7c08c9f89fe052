import { loadClient } from './loadClient';

/**
 * Loads a screen and the API client in parallel. If loading the client fails, the first request
 * tries again and reports it.
 */
export function loadScreen<T>(load: () => Promise<T>): Promise<T> {
  loadClient().catch(() => undefined);
  return load();
}
