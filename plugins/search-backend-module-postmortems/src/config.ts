import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'search.collators.postmortems';

export interface CollatorConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Returns the path of a postmortem's page. */
  locationOf: (id: string) => string;
}

/** @throws InputError naming the wrong key */
export function readCollatorConfig(root: Config): CollatorConfig {
  const template =
    root.getOptionalString(`${KEY}.locationTemplate`) ?? '/postmortems/:id';
  if (!template.includes(':id')) {
    throw new InputError(
      `Invalid configuration: ${KEY}.locationTemplate: must contain :id, such as /postmortems/:id, not "${template}"`,
    );
  }
  return {
    schedule: readSchedule(root.getOptionalConfig(`${KEY}.schedule`)),
    locationOf: id => template.replace(':id', () => encodeURIComponent(id)),
  };
}

function readSchedule(
  config: Config | undefined,
): SchedulerServiceTaskScheduleDefinition {
  if (!config) {
    return {
      frequency: { minutes: 10 },
      timeout: { minutes: 15 },
      initialDelay: { seconds: 3 },
    };
  }
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(config);
  } catch (error) {
    throw new InputError(`Invalid configuration: ${KEY}.schedule: ${error}`);
  }
}
