/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/**
 * What is configured of an incident source.
 *
 * @public
 */
export interface IncidentSourceConfig {
  /** One at least. */
  secrets: string[];
  /** All of `postmortems.incidentSources.<id>`. */
  config: Config;
}

/**
 * Reads `postmortems.incidentSources.<id>`. Without a secret there nothing could be verified, so
 * that there is no such source, which the log says.
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
  if (!config || secrets.length === 0) {
    logger.info(`No incidents come from ${id}: ${path}.secrets is not set`);
    return undefined;
  }
  return { secrets, config };
}
