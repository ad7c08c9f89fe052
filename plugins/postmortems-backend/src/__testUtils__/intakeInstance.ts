import type { LoggerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { IncidentSource } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import { CatalogLookup } from '../team/CatalogLookup';
import { Linking } from '../team/Linking';
import { IncidentCatalog } from '../incident/mapping/IncidentCatalog';
import { IncidentIntake } from '../incident/intake/IncidentIntake';
import { readIncidentsConfig } from '../incident/readIncidentsConfig';
import { readPolicyConfig } from '../policy/readPolicyConfig';
import { FULL_ACCESS } from '../kernel/access/Access';
import { createSharedContext } from '../context';
import type { ServiceContext } from '../context';

// Disables the rate limit.
const CONFIG = mockServices.rootConfig({
  data: { postmortems: { incidents: { maxRequestsPerMinute: 1_000_000 } } },
});

/** Creates the intake for a service. */
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
    catalog: new IncidentCatalog({
      catalog: catalogServiceMock({ entities }),
      auth,
      clock: ctx.clock,
      annotations: sources.flatMap(({ annotations }) => annotations),
    }),
    auth,
    logger,
  });
}

/** Starts a backend instance that only processes incidents. */
export function startIntake(options: {
  knex: Knex;
  clock: () => Date;
  sources: IncidentSource[];
  entities: Entity[];
  logger: LoggerService;
}): IncidentIntake {
  const { knex, clock, sources, entities, logger } = options;
  const catalog = catalogServiceMock({ entities });
  const ctx = {
    ...createSharedContext({
      knex,
      policy: readPolicyConfig(CONFIG),
      linking: new Linking(
        new CatalogLookup({ catalog, logger, sleep: async () => {} }),
      ),
      clock,
      onCommitted: () => {},
      sourceTitles: new Map(sources.map(({ id, title }) => [id, title])),
    }),
    access: FULL_ACCESS,
  };
  return intakeOf(ctx, options);
}
