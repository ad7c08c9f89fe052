import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { POSTMORTEMS_TOPIC } from 'backstage-plugin-postmortems-common';
import { postmortemsServiceRef } from 'backstage-plugin-postmortems-node';
import { readCollatorConfig } from './config';
import { PostmortemsCollatorFactory } from './PostmortemsCollatorFactory';
import { Reindexing } from './Reindexing';

/**
 * Adds postmortems to the portal's search, except restricted ones. Each result requires the
 * permission to read the postmortem.
 *
 * @public
 */
export const searchModulePostmortems = createBackendModule({
  pluginId: 'search',
  moduleId: 'postmortems-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        postmortems: postmortemsServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, config, lifecycle, logger, postmortems, scheduler } =
          deps;
        const { schedule, locationOf } = readCollatorConfig(config);
        const runner = scheduler.createScheduledTaskRunner(schedule);
        let taskId: string | undefined;
        deps.indexRegistry.addCollator({
          schedule: {
            async run(task) {
              taskId = task.id;
              await runner.run(task);
            },
          },
          factory: new PostmortemsCollatorFactory({
            auth,
            postmortems,
            locationOf,
          }),
        });

        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());
        const reindexing = new Reindexing({
          trigger: async () => {
            if (taskId) await scheduler.triggerTask(taskId);
          },
          wait: milliseconds =>
            sleep(milliseconds, undefined, { signal: shutdown.signal }),
          logger,
        });
        await deps.events.subscribe({
          id: 'search-postmortems',
          topics: [POSTMORTEMS_TOPIC],
          onEvent: event => reindexing.onEvent(event),
        });
      },
    });
  },
});
