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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { IncidentSource } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { CatalogLookup } from '../catalog/CatalogLookup';
import { Linking } from '../catalog/Linking';
import { CatalogOfIncidents } from '../incidents/CatalogOfIncidents';
import { IncidentIntake } from '../incidents/IncidentIntake';
import { readIncidentsConfig } from '../incidents/readIncidentsConfig';
import { readPolicyConfig } from '../policy';
import { createServiceContext } from '../service/ServiceContext';
import type { ServiceContext } from '../service/ServiceContext';

// Any sender may be quicker than the rest of the world.
const CONFIG = mockServices.rootConfig({
  data: { postmortems: { incidents: { maxRequestsPerMinute: 1_000_000 } } },
});

/** What takes in incidents for a service. */
export function intakeOf(
  ctx: ServiceContext,
  options: {
    sources: IncidentSource[];
    entities: Entity[];
    logger: LoggerService;
  },
): IncidentIntake {
  const { sources, entities, logger } = options;
  const auth = mockServices.auth();
  return new IncidentIntake({
    ctx,
    sources: new Map(sources.map(source => [source.id, source])),
    config: readIncidentsConfig(CONFIG, ctx.policy.severities),
    catalog: new CatalogOfIncidents({
      catalog: catalogServiceMock({ entities }),
      auth,
      clock: ctx.clock,
      annotations: sources.flatMap(({ annotations }) => annotations),
    }),
    auth,
    logger,
  });
}

/** Starts an instance of the backend that takes in incidents and does nothing else. */
export function startIntake(options: {
  knex: Knex;
  clock: () => Date;
  sources: IncidentSource[];
  entities: Entity[];
  logger: LoggerService;
}): IncidentIntake {
  const { knex, clock, sources, entities, logger } = options;
  const catalog = catalogServiceMock({ entities });
  const ctx = createServiceContext({
    knex,
    policy: readPolicyConfig(CONFIG),
    linking: new Linking(
      new CatalogLookup({ catalog, logger, sleep: async () => {} }),
    ),
    clock,
    onCommitted: () => {},
    sourceTitles: new Map(sources.map(({ id, title }) => [id, title])),
  });
  return intakeOf(ctx, options);
}
