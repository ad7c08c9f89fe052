import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/**
 * The configuration of an incident source.
 *
 * @public
 */
export interface IncidentSourceConfig {
  /** At least one. */
  secrets: string[];
  /** All of `postmortems.incidentSources.<id>`. */
  config: Config;
}

/**
 * Reads `postmortems.incidentSources.<id>`. Returns undefined without a secret, because deliveries
 * could not be verified. Logs a warning if other keys are configured.
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
