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
import { FULL_ACCESS } from './kernel/access/Access';
import { createPresenceSignal } from './presence/createPresenceSignal';
import { AccessControl } from './kernel/access/AccessControl';
import { registerPermissions } from './registerPermissions';
import { registerActions } from './actions/registerActions';
import { CatalogLookup } from './team/CatalogLookup';
import { Linking } from './team/Linking';
import { OutboxStore } from './kernel/outbox/OutboxStore';
import { eventRecipients } from './postmortem/eventRecipients';
import { PostmortemStore } from './postmortem/PostmortemStore';
import { limitWaiting } from './kernel/db/limitWaiting';
import { migrate } from './kernel/db/migrate';
import { IncidentCatalog } from './incident/mapping/IncidentCatalog';
import { createGenericSource } from './incident/genericSource/createGenericSource';
import { IncidentIntake } from './incident/intake/IncidentIntake';
import { readIncidentsConfig } from './incident/readIncidentsConfig';
import { EventPublisher } from './kernel/outbox/EventPublisher';
import { LIVE_OPERATIONS } from './live/operations';
import { LiveWriter } from './live/LiveWriter';
import { Messenger } from './notify/Messenger';
import { createCounters, optionalMetricsServiceRef } from './kernel/metrics';
import { OptionalPlugins } from './kernel/OptionalPlugins';
import { readPublicAccessConfig } from './kernel/publicAccess';
import { readPolicyConfig } from './policy/readPolicyConfig';
import { readRemindersConfig } from './notify/reminder/readRemindersConfig';
import { createIncidentWebhooksRouter } from './http/incidentWebhooks';
import { INCIDENT_SOURCES_PATH } from './incident/intake/operations';
import { ATOM_PATH, createAtomRouter } from './http/atomFeeds';
import { BADGES_PATH, createBadgesRouter } from './http/badges';
import { createRouter } from './http/router';
import {
  TRACKER_WEBHOOKS_PATH,
  createTrackerWebhooksRouter,
} from './http/trackerWebhooks';
import { joinRoutes } from './http/unavailable';
import { scheduleTasks } from './tasks';
import { observeTotals } from './metrics/observeTotals';
import { TotalsStore } from './metrics/TotalsStore';
import { createAuthorizedPostmortemsService } from './AuthorizedPostmortemsService';
import { createDefaultPostmortemsService } from './service';
import { createSharedContext } from './context';
import type { ServiceContext } from './context';
import { readDeletionConfig } from './deletion/readDeletionConfig';
import { readTicketsConfig } from './ticket/readTicketsConfig';
import { TicketSync } from './ticket/TicketSync';

/**
 * Creates the plugin.
 *
 * @param options - `clock` lets tests control the time
 */
export function createPostmortemsPlugin(options: { clock: () => Date }) {
  return createBackendPlugin({
    pluginId: 'postmortems',
    register(env) {
      const trackers: TicketTracker[] = [];
      env.registerExtensionPoint(postmortemsTrackersExtensionPoint, {
        addTracker(tracker) {
          if (trackers.some(({ id }) => id === tracker.id)) {
            throw new Error(
              `Duplicate ticket tracker id "${tracker.id}". Install one module per tracker`,
            );
          }
          trackers.push(tracker);
        },
      });

      const sources = new Map<string, IncidentSource>();
      env.registerExtensionPoint(postmortemsIncidentSourcesExtensionPoint, {
        addSource(source) {
          if (sources.has(source.id)) {
            throw new Error(
              `Duplicate incident source id "${source.id}". Install one module per source`,
            );
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
          discovery: coreServices.discovery,
          events: eventsServiceRef,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          metrics: optionalMetricsServiceRef,
          notifications: notificationService,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          rootLifecycle: coreServices.rootLifecycle,
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
          if (generic) {
            sources.set(generic.id, generic);
          } else if (config.has('postmortems.incidentSources.generic')) {
            logger.warn(
              'Incident source generic is disabled: postmortems.incidentSources.generic.secrets is empty. Set it in app-config, or set the environment variable it refers to.',
            );
          }

          const postmortems = new PostmortemStore();
          const publisher = new EventPublisher({
            knex,
            outbox: new OutboxStore(),
            recipientsOf: claimed =>
              eventRecipients(claimed, numbers =>
                postmortems.getMany(knex, numbers),
              ),
            events: deps.events,
            signals: deps.signals,
            clock: options.clock,
            logger,
          });
          const counters = createCounters(deps.metrics);
          const rules = readRemindersConfig(config, policy.severities);
          const feeds = readPublicAccessConfig(config, 'feeds');
          const badges = readPublicAccessConfig(config, 'badges');
          const isLiveEditingEnabled =
            config.getOptionalBoolean('postmortems.liveEditing.enabled') ??
            false;
          const afterCommit = [() => publisher.nudge()];
          const onStored: Array<(postmortem: number) => void> = [];
          const shared = createSharedContext({
            knex,
            policy,
            linking: new Linking(new CatalogLookup({ catalog, logger, sleep })),
            clock: options.clock,
            appUrl: config.getOptionalString('app.baseUrl'),
            deletedRetentionMs: readDeletionConfig(config).retentionMs,
            reminderRules: rules,
            feedUrl: feeds.enabled
              ? async token =>
                  `${await deps.discovery.getExternalBaseUrl(
                    'postmortems',
                  )}${ATOM_PATH}/${token}.xml`
              : undefined,
            presenceChanged: createPresenceSignal(deps),
            liveEditing: {
              enabled: isLiveEditingEnabled,
              onStored: number => onStored.forEach(run => run(number)),
            },
            onCommitted: () => afterCommit.forEach(nudge => nudge()),
            sourceTitles: new Map(
              [...sources.values()].map(({ id, title }) => [id, title]),
            ),
          });
          // Background work has no caller, so it has full access.
          const context: ServiceContext = { ...shared, access: FULL_ACCESS };
          const liveWriter = new LiveWriter({ ctx: context, logger });
          onStored.push(number => liveWriter.schedule(number));
          const permissionsEnabled =
            config.getOptionalBoolean('permission.enabled') ?? false;
          const optionalPlugins = new OptionalPlugins(deps);
          // Other plugins only respond after startup.
          deps.rootLifecycle.addStartupHook(() => {
            optionalPlugins.check();
          });
          const messenger = new Messenger({
            ctx: context,
            rules,
            permissionsEnabled,
            auth,
            notifications: optionalPlugins.notificationsOrNone(
              deps.notifications,
            ),
            counters,
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
            catalog: new IncidentCatalog({
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
          if (badges.enabled) {
            deps.httpRouter.addAuthPolicy({
              path: BADGES_PATH,
              allow: 'unauthenticated',
            });
          }
          // Also while feeds are disabled, because a request that is rejected for its missing
          // credentials is logged with its token.
          deps.httpRouter.addAuthPolicy({
            path: ATOM_PATH,
            allow: 'unauthenticated',
          });
          const service = createAuthorizedPostmortemsService(
            access =>
              createDefaultPostmortemsService(
                { ...shared, access },
                tickets,
                intake,
              ),
            new AccessControl({
              auth,
              permissions: deps.permissions,
              permissionsRegistry: deps.permissionsRegistry,
              userInfo: deps.userInfo,
              permissionsEnabled,
            }),
          );
          deps.httpRouter.use(
            joinRoutes(
              [
                // Must come before the router, which parses every body as JSON.
                createTrackerWebhooksRouter(tickets, counters),
                createIncidentWebhooksRouter(intake, counters),
                createBadgesRouter({ ...shared, config: badges }),
                createAtomRouter({ config: feeds, ctx: context, auth }),
                createRouter({
                  service,
                  httpAuth,
                  auditor,
                  undocumented: isLiveEditingEnabled ? [] : LIVE_OPERATIONS,
                }),
              ],
              logger,
            ),
          );
          const totals = new TotalsStore();
          deps.lifecycle.addShutdownHook(
            observeTotals({
              metrics: deps.metrics,
              read: () => totals.read(knex, options.clock()),
              clock: options.clock,
              logger,
            }),
          );
          registerActions({ registry: deps.actionsRegistry, service, auditor });

          await scheduleTasks({
            context,
            publisher,
            messenger,
            tickets: trackers.length > 0 ? tickets : undefined,
            intake: sources.size > 0 ? intake : undefined,
            liveWriter: isLiveEditingEnabled ? liveWriter : undefined,
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
 * The Postmortems backend plugin. Stores postmortems, derives their owning teams from the catalog,
 * and tracks compliance with the deadline policy.
 *
 * @public
 */
export const postmortemsPlugin = createPostmortemsPlugin({
  clock: () => new Date(),
});
