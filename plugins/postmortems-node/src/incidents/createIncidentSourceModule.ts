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
 * What a source is made with.
 *
 * @public
 */
export interface IncidentSourceOptions extends IncidentSourceConfig {
  rootConfig: RootConfigService;
  logger: LoggerService;
  /** Tells the time. */
  clock: () => Date;
}

/**
 * Makes the module that adds an incident source where a secret is configured for it, under
 * `postmortems.incidentSources.<id>.secrets`, and does nothing where there is none.
 *
 * @param options - `id` is that of the source, which `create` makes; what it throws says which key
 *   of the configuration is wrong, and keeps the backend from starting
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
