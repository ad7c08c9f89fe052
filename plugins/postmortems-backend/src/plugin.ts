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
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  postmortemsIncidentSourcesExtensionPoint,
  postmortemsTrackersExtensionPoint,
} from 'backstage-plugin-postmortems-node';
import type {
  IncidentSource,
  TicketTracker,
} from 'backstage-plugin-postmortems-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { AccessControl } from './access/AccessControl';
import { registerPermissions } from './access/registerPermissions';
import { registerActions } from './actions/registerActions';
import { CatalogLookup } from './catalog/CatalogLookup';
import { Linking } from './catalog/Linking';
import { DatabaseOutboxStore } from './database/DatabaseOutboxStore';
import { DatabasePostmortemStore } from './database/DatabasePostmortemStore';
import { limitWaiting } from './database/limitWaiting';
import { migrate } from './database/migrate';
import { CatalogOfIncidents } from './incidents/CatalogOfIncidents';
import { createGenericSource } from './incidents/generic/createGenericSource';
import { IncidentIntake } from './incidents/IncidentIntake';
import { readIncidentsConfig } from './incidents/readIncidentsConfig';
import { EventPublisher } from './events/EventPublisher';
import { Messenger } from './notifications/Messenger';
import { readPolicyConfig } from './policy';
import { readRemindersConfig } from './reminders';
import {
  INCIDENT_SOURCES_PATH,
  createIncidentWebhooksRouter,
} from './rest/incidentWebhooks';
import { createRouter } from './rest/router';
import {
  TRACKER_WEBHOOKS_PATH,
  createTrackerWebhooksRouter,
} from './rest/trackerWebhooks';
import { joinRoutes } from './rest/unavailable';
import { scheduleTasks } from './scheduleTasks';
import { createAuthorizedPostmortemsService } from './service/AuthorizedPostmortemsService';
import { createDefaultPostmortemsService } from './service/DefaultPostmortemsService';
import { createServiceContext } from './service/ServiceContext';
import { readTicketsConfig } from './tickets/readTicketsConfig';
import { TicketSync } from './tickets/TicketSync';

/**
 * Makes the plugin.
 *
 * @param options - `clock` tells the time, so that tests decide it
 */
export function createPostmortemsPlugin(options: { clock: () => Date }) {
  return createBackendPlugin({
    pluginId: 'postmortems',
    register(env) {
      const trackers: TicketTracker[] = [];
      env.registerExtensionPoint(postmortemsTrackersExtensionPoint, {
        addTracker(tracker) {
          if (trackers.some(({ id }) => id === tracker.id)) {
            throw new Error(`There is a ticket tracker ${tracker.id} already`);
          }
          trackers.push(tracker);
        },
      });

      const sources = new Map<string, IncidentSource>();
      env.registerExtensionPoint(postmortemsIncidentSourcesExtensionPoint, {
        addSource(source) {
          if (sources.has(source.id)) {
            throw new Error(`There is an incident source ${source.id} already`);
          }
          sources.set(source.id, source);
        },
      });

      env.registerInit({
        deps: {
          actionsRegistry: actionsRegistryServiceRef,
          auditor: coreServices.auditor,
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          notifications: notificationService,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
          signals: signalsServiceRef,
          userInfo: coreServices.userInfo,
        },
        async init(deps) {
          const { auditor, auth, catalog, config, httpAuth, logger } = deps;
          const policy = readPolicyConfig(config);
          const knex = await deps.database.getClient();
          limitWaiting(knex);
          if (!deps.database.migrations?.skip) await migrate(knex);

          const generic = createGenericSource(config, options.clock);
          if (generic) sources.set(generic.id, generic);

          const publisher = new EventPublisher({
            knex,
            outbox: new DatabaseOutboxStore(),
            postmortems: new DatabasePostmortemStore(),
            events: deps.events,
            signals: deps.signals,
            clock: options.clock,
            logger,
          });
          const afterCommit = [() => publisher.nudge()];
          const context = createServiceContext({
            knex,
            policy,
            linking: new Linking(new CatalogLookup({ catalog, logger, sleep })),
            clock: options.clock,
            appUrl: config.getOptionalString('app.baseUrl'),
            onCommitted: () => afterCommit.forEach(nudge => nudge()),
            sourceTitles: new Map(
              [...sources.values()].map(({ id, title }) => [id, title]),
            ),
          });
          const messenger = new Messenger({
            ctx: context,
            rules: readRemindersConfig(config, policy.severities),
            auth,
            notifications: deps.notifications,
            logger,
          });
          afterCommit.push(() => messenger.nudge());

          const tickets = new TicketSync({
            ctx: context,
            trackers,
            config: readTicketsConfig(config),
            appUrl: config.getOptionalString('app.baseUrl') ?? '',
            logger,
            random: Math.random,
          });

          const intake = new IncidentIntake({
            ctx: context,
            sources,
            config: readIncidentsConfig(config, policy.severities),
            catalog: new CatalogOfIncidents({
              catalog,
              auth,
              clock: options.clock,
              annotations: [...sources.values()].flatMap(
                source => source.annotations,
              ),
            }),
            auth,
            logger,
          });

          registerPermissions(deps.permissionsRegistry, context);
          deps.httpRouter.addAuthPolicy({
            path: TRACKER_WEBHOOKS_PATH,
            allow: 'unauthenticated',
          });
          deps.httpRouter.addAuthPolicy({
            path: INCIDENT_SOURCES_PATH,
            allow: 'unauthenticated',
          });
          const service = createAuthorizedPostmortemsService(
            access =>
              createDefaultPostmortemsService(
                { ...context, access },
                tickets,
                intake,
              ),
            new AccessControl({
              auth,
              permissions: deps.permissions,
              permissionsRegistry: deps.permissionsRegistry,
              userInfo: deps.userInfo,
              permissionsEnabled:
                config.getOptionalBoolean('permission.enabled') ?? false,
            }),
          );
          deps.httpRouter.use(
            joinRoutes(
              [
                // Before the router, which takes every body for JSON.
                createTrackerWebhooksRouter(tickets),
                createIncidentWebhooksRouter(intake),
                createRouter({ service, httpAuth, auditor }),
              ],
              logger,
            ),
          );
          registerActions({ registry: deps.actionsRegistry, service, auditor });

          await scheduleTasks({
            context,
            publisher,
            messenger,
            tickets: trackers.length > 0 ? tickets : undefined,
            intake: sources.size > 0 ? intake : undefined,
            auth,
            catalog,
            config,
            lifecycle: deps.lifecycle,
            logger,
            scheduler: deps.scheduler,
          });
        },
      });
    },
  });
}

/**
 * The Postmortems backend: stores postmortems, derives their owning teams from the catalog, and
 * judges them against the deadline policy.
 *
 * @public
 */
export const postmortemsPlugin = createPostmortemsPlugin({
  clock: () => new Date(),
});
