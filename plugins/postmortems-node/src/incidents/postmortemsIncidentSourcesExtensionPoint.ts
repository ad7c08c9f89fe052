import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { IncidentSource } from './IncidentSource';

/**
 * Lets modules register incident sources.
 *
 * @public
 */
export interface PostmortemsIncidentSourcesExtensionPoint {
  /** @throws Error if another source has the same id */
  addSource(source: IncidentSource): void;
}

/**
 * Extension point for modules that add an {@link IncidentSource}.
 *
 * @public
 */
export const postmortemsIncidentSourcesExtensionPoint =
  createExtensionPoint<PostmortemsIncidentSourcesExtensionPoint>({
    id: 'postmortems.incidentSources',
  });
