import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { ServiceRef } from '@backstage/backend-plugin-api';

/**
 * A service that not every portal provides. Without it, the backend would not start.
 *
 * @param fallback - used instead
 */
export function optionalService<T>(
  { id }: ServiceRef<T, 'plugin', 'singleton'>,
  fallback: T,
): ServiceRef<T, 'plugin', 'singleton'> {
  return createServiceRef<T>({
    id,
    defaultFactory: async service =>
      createServiceFactory({ service, deps: {}, factory: () => fallback }),
  });
}
