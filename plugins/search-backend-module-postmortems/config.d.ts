import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      postmortems?: {
        /**
         * When to index all postmortems. Default: every 10 minutes, with a timeout of 15 minutes.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

        /**
         * Path of a postmortem's page. `:id` stands for its id. Default: /postmortems/:id.
         */
        locationTemplate?: string;
      };
    };
  };
}
