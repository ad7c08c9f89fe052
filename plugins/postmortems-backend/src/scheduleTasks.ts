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
  AuthService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { refreshOwningTeams } from './catalog/refreshOwningTeams';
import { refreshTeamHierarchy } from './catalog/refreshTeamHierarchy';
import type { EventPublisher } from './events/EventPublisher';
import type { IncidentIntake } from './incidents/IncidentIntake';
import type { Messenger } from './notifications/Messenger';
import type { ServiceContext } from './service/ServiceContext';
import type { TicketSync } from './tickets/TicketSync';

/** How often open postmortems follow their entities' owners, unless configured. */
const REFRESH_OWNERS = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 10 },
};

/** How often the hierarchy of teams is read. A catalog that has just started has none yet. */
const REFRESH_TEAMS = {
  frequency: { minutes: 1 },
  timeout: { minutes: 1 },
  initialDelay: { seconds: 10 },
};

/** How often changes that could not be told at once are told again. */
const TELL_AGAIN = {
  frequency: { minutes: 1 },
  timeout: { minutes: 1 },
  initialDelay: { seconds: 5 },
};

/** How often is looked for reminders that are due; what people are told at once waits for none. */
const REMIND = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 15 },
};

/** How often is looked for tickets that are due; what people change is attempted at once. */
const SYNC_TICKETS = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 20 },
};

/** How often is looked for incidents that are due; what comes in is taken on at once. */
const TAKE_IN = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 5 },
};

/** How often is looked whether somebody mapped what incidents wait for. */
const TRY_AGAIN = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 25 },
};

/** How often is deleted what nobody needs any more. */
const PURGE = {
  frequency: { hours: 1 },
  timeout: { minutes: 10 },
  initialDelay: { minutes: 5 },
};

/** Schedules the work that nobody asks for, and lets it end with the backend. */
export async function scheduleTasks(options: {
  context: ServiceContext;
  publisher: EventPublisher;
  messenger: Messenger;
  /** Undefined where there are no trackers. */
  tickets: TicketSync | undefined;
  /** Undefined where there are no sources. */
  intake: IncidentIntake | undefined;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { context, publisher, messenger, tickets, intake, scheduler } = options;
  const { auth, catalog, config, lifecycle, logger } = options;

  lifecycle.addShutdownHook(() => publisher.stop());
  await scheduler.scheduleTask({
    id: 'tell-changes',
    ...TELL_AGAIN,
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
      // What was planned under another configuration is looked at anew.
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

  if (intake) await scheduleIntake(intake, lifecycle, scheduler);

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
    ...TAKE_IN,
    scope: 'local',
    fn: () => intake.workThrough(),
  });
  let started = false;
  await scheduler.scheduleTask({
    id: 'try-incidents-again',
    ...TRY_AGAIN,
    scope: 'global',
    fn: async () => {
      // What is configured may be another since the last start.
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
