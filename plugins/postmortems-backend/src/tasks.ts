import type {
  AuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { refreshOwningTeams } from './ownership/refreshOwningTeams';
import { refreshTeamHierarchy } from './team/refreshTeamHierarchy';
import type { EventPublisher } from './kernel/outbox/EventPublisher';
import type { IncidentIntake } from './incident/intake/IncidentIntake';
import type { LiveWriter } from './live/LiveWriter';
import type { Messenger } from './notify/Messenger';
import type { ServiceContext } from './context';
import type { TicketSync } from './ticket/TicketSync';

/** Default interval for refreshing the owners of open postmortems. */
const REFRESH_OWNERS = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 10 },
};

/**
 * Interval for reading the team hierarchy. Short, because a catalog that has just started has no
 * teams yet. After a re-organization, updating the lists of groups can take a minute.
 */
const REFRESH_TEAMS = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 10 },
};

/** Retry interval for unpublished events. */
const PUBLISH_EVENTS = {
  frequency: { minutes: 1 },
  timeout: { minutes: 1 },
  initialDelay: { seconds: 5 },
};

/** Polling interval for due reminders. Immediate messages do not wait for it. */
const REMIND = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 15 },
};

/** Polling interval for due tickets. Changes by people are synced right away. */
const SYNC_TICKETS = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 20 },
};

/** Polling interval for due incidents. New deliveries are processed right away. */
const PROCESS_INCIDENTS = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 5 },
};

/** Interval for checking whether missing mappings have been added. */
const RETRY_UNMAPPED = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 25 },
};

/** Interval for writing the texts that a stopped instance left. */
const WRITE_LIVE_TEXTS = {
  frequency: { seconds: 10 },
  timeout: { minutes: 1 },
  initialDelay: { seconds: 5 },
};

/** Interval for adding changes to the compliance counts of groups. Reports include them anyway. */
const FOLD_COMPLIANCE = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 10 },
};

/** Interval for deleting expired data. */
const PURGE = {
  frequency: { hours: 1 },
  timeout: { minutes: 10 },
  initialDelay: { minutes: 5 },
};

/** Schedules background tasks and stops them on shutdown. */
export async function scheduleTasks(options: {
  context: ServiceContext;
  publisher: EventPublisher;
  messenger: Messenger;
  /** Undefined without trackers. */
  tickets: TicketSync | undefined;
  /** Undefined without sources. */
  intake: IncidentIntake | undefined;
  /** Undefined without live editing. */
  liveWriter: LiveWriter | undefined;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { context, publisher, messenger, tickets, intake, scheduler } = options;
  const { auth, catalog, config, lifecycle, liveWriter, logger } = options;

  lifecycle.addShutdownHook(() => publisher.stop());
  await scheduler.scheduleTask({
    id: 'tell-changes',
    ...PUBLISH_EVENTS,
    scope: 'local',
    fn: () => publisher.publishPending(),
  });

  lifecycle.addShutdownHook(() => messenger.stop());
  let started = false;
  await scheduler.scheduleTask({
    id: 'remind',
    ...REMIND,
    scope: 'global',
    fn: async () => {
      // The reminder configuration may have changed, so plan all reminders again.
      if (!started) {
        await context.reminders.lookAtAll(context.knex, context.clock());
      }
      started = true;
      await messenger.remind();
    },
  });

  if (tickets) {
    lifecycle.addShutdownHook(() => tickets.stop());
    await scheduler.scheduleTask({
      id: 'sync-tickets',
      ...SYNC_TICKETS,
      scope: 'local',
      fn: () => tickets.syncDue(),
    });
  }

  if (liveWriter) {
    lifecycle.addShutdownHook(() => liveWriter.stop());
    await scheduler.scheduleTask({
      id: 'write-live-texts',
      ...WRITE_LIVE_TEXTS,
      scope: 'local',
      fn: () => liveWriter.writeLeft(),
    });
  }

  if (intake) await scheduleIntake(intake, lifecycle, scheduler);

  await scheduler.scheduleTask({
    id: 'purge-deleted',
    ...PURGE,
    scope: 'global',
    fn: async () => {
      const purged = await context.deleted.purge(context.knex, context.clock());
      if (purged > 0) logger.info(`Purged ${purged} deleted postmortems`);
    },
  });

  await scheduler.scheduleTask({
    id: 'fold-compliance',
    ...FOLD_COMPLIANCE,
    scope: 'global',
    fn: () => context.compliance.fold(context.knex, context.clock()),
  });

  await scheduler.scheduleTask({
    id: 'refresh-teams',
    ...REFRESH_TEAMS,
    scope: 'global',
    fn: () => refreshTeamHierarchy(context, catalog, auth),
  });

  const schedule = config.getOptionalConfig('postmortems.owningTeams.schedule');
  await scheduler.scheduleTask({
    id: 'refresh-owning-teams',
    ...(schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : REFRESH_OWNERS),
    scope: 'global',
    fn: async () => {
      const changed = await refreshOwningTeams(context, auth);
      if (changed > 0) {
        logger.info(`Owning teams changed on ${changed} postmortems`);
      }
    },
  });
}

async function scheduleIntake(
  intake: IncidentIntake,
  lifecycle: LifecycleService,
  scheduler: SchedulerService,
): Promise<void> {
  lifecycle.addShutdownHook(() => intake.stop());
  await scheduler.scheduleTask({
    id: 'take-in-incidents',
    ...PROCESS_INCIDENTS,
    scope: 'local',
    fn: () => intake.workThrough(),
  });
  let started = false;
  await scheduler.scheduleTask({
    id: 'try-incidents-again',
    ...RETRY_UNMAPPED,
    scope: 'global',
    fn: async () => {
      // The configuration may have changed since the last start.
      await intake.tryAgain(!started);
      started = true;
    },
  });
  await scheduler.scheduleTask({
    id: 'purge-incidents',
    ...PURGE,
    scope: 'global',
    fn: () => intake.purge(),
  });
}
