import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/**
 * An incident source's configuration.
 *
 * @public
 */
export interface IncidentSourceConfig {
  /** At least one. */
  secrets: string[];
  /** All keys under `postmortems.incidentSources.<id>`. */
  config: Config;
}

/**
 * Reads `postmortems.incidentSources.<id>`. Returns undefined if there is no secret, because
 * deliveries couldn't be verified, and logs a warning if other keys are set.
 *
 * @public
 */
export function readIncidentSourceConfig(options: {
  id: string;
  rootConfig: RootConfigService;
  logger: LoggerService;
}): IncidentSourceConfig | undefined {
  const { id, rootConfig, logger } = options;
  const path = `postmortems.incidentSources.${id}`;
  const config = rootConfig.getOptionalConfig(path);
  const secrets = config?.getOptionalStringArray('secrets') ?? [];
  if (!config) {
    logger.info(`Incident source ${id} is disabled: ${path} is not configured`);
    return undefined;
  }
  if (secrets.length === 0) {
    logger.warn(
      `Incident source ${id} is disabled: ${path}.secrets is empty. Set it in app-config, or set the environment variable it refers to.`,
    );
    return undefined;
  }
  return { secrets, config };
}
