import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type {
  BackendFeature,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { IncidentSource } from './IncidentSource';
import { postmortemsIncidentSourcesExtensionPoint } from './postmortemsIncidentSourcesExtensionPoint';
import { readIncidentSourceConfig } from './readIncidentSourceConfig';
import type { IncidentSourceConfig } from './readIncidentSourceConfig';

/**
 * Options for creating a source.
 *
 * @public
 */
export interface IncidentSourceOptions extends IncidentSourceConfig {
  rootConfig: RootConfigService;
  logger: LoggerService;
  /** Returns the current time. */
  clock: () => Date;
}

/**
 * Creates a module that adds an incident source if `postmortems.incidentSources.<id>.secrets` is
 * configured, and does nothing otherwise.
 *
 * @param options - `id` identifies the source; `create` can throw if the configuration is invalid,
 * which prevents startup
 * @public
 */
export function createIncidentSourceModule(options: {
  id: string;
  create: (options: IncidentSourceOptions) => IncidentSource;
}): BackendFeature {
  const { id, create } = options;
  return createBackendModule({
    pluginId: 'postmortems',
    moduleId: id,
    register(env) {
      env.registerInit({
        deps: {
          rootConfig: coreServices.rootConfig,
          logger: coreServices.logger,
          sources: postmortemsIncidentSourcesExtensionPoint,
        },
        async init({ rootConfig, logger, sources }) {
          const own = readIncidentSourceConfig({ id, rootConfig, logger });
          if (!own) return;
          const clock = () => new Date();
          sources.addSource(create({ ...own, rootConfig, logger, clock }));
        },
      });
    },
  });
}
