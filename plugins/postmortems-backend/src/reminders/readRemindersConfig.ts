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

import type { Config } from '@backstage/config';
import { z } from 'zod';
import type { SeverityScale } from '../policy';
import { hoursSchema, strict } from '../policy/configSchema';
import { invalidConfig, withoutNulls } from '../policy/readPolicyConfig';
import type { ReminderRules, Stage, Stages } from './rules';

const DAY = 24;

/** A day ahead to whoever has it, then up the line while nothing happens. */
const POSTMORTEM_STAGES: Stage[] = [
  { offsetHours: -DAY, to: 'owner' },
  { offsetHours: 0, to: 'owner' },
  { offsetHours: DAY, to: 'team' },
  { offsetHours: 3 * DAY, to: 'parent' },
];

const ACTION_ITEM_STAGES: Stage[] = [
  { offsetHours: -3 * DAY, to: 'owner' },
  { offsetHours: 0, to: 'owner' },
  { offsetHours: 3 * DAY, to: 'team' },
  { offsetHours: 7 * DAY, to: 'parent' },
];

const TIME_OF_DAY = 'must be a time of day such as 09:00, in quotes';

const timeOfDay = z
  .string(TIME_OF_DAY)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME_OF_DAY)
  .transform(time => {
    const [hours, minutes] = time.split(':').map(Number);
    return (hours * 60 + minutes) * 60_000;
  });

const stage = strict({
  before: hoursSchema.optional(),
  after: hoursSchema.optional(),
  to: z.enum(['owner', 'team', 'parent'], {
    error: 'must be owner, team or parent',
  }),
})
  .refine(({ before, after }) => before === undefined || after === undefined, {
    error: 'must have before or after, not both; neither means at the deadline',
  })
  .transform(
    ({ before, after, to }): Stage => ({
      offsetHours: before === undefined ? after ?? 0 : -before,
      to,
    }),
  );

const stages = z.array(
  strict({ severity: z.string().optional(), stages: z.array(stage) }),
);

const remindersSchema = strict({
  enabled: z.boolean().default(true),
  digestAt: timeOfDay.prefault('09:00'),
  acknowledgeWithin: hoursSchema.default(24),
  postmortems: stages.default([]),
  actionItems: stages.default([]),
});

/**
 * Reads `postmortems.reminders`. Everything may be left out.
 *
 * @throws InputError that names every key that is wrong and what it must be instead
 */
export function readRemindersConfig(
  config: Config,
  severities: SeverityScale,
): ReminderRules {
  const raw = withoutNulls(config.getOptional('postmortems.reminders') ?? {});
  const parsed = remindersSchema.safeParse(raw);
  if (!parsed.success) {
    throw invalidConfig(
      parsed.error.issues.map(issue => ({
        ...issue,
        path: ['reminders', ...issue.path],
      })),
    );
  }
  const { acknowledgeWithin, postmortems, actionItems, ...rest } = parsed.data;
  return {
    ...rest,
    acknowledgeWithinHours: acknowledgeWithin,
    postmortems: toStages(
      ['reminders', 'postmortems'],
      postmortems,
      POSTMORTEM_STAGES,
      severities,
    ),
    actionItems: toStages(
      ['reminders', 'actionItems'],
      actionItems,
      ACTION_ITEM_STAGES,
      severities,
    ),
  };
}

function toStages(
  path: PropertyKey[],
  configured: z.output<typeof stages>,
  defaults: Stage[],
  severities: SeverityScale,
): Stages {
  const bySeverity = new Map<string, Stage[]>();
  let otherwise: Stage[] | undefined;
  for (const [index, entry] of configured.entries()) {
    const { severity } = entry;
    const refuse = (message: string) =>
      invalidConfig([{ path: [...path, index, 'severity'], message }]);
    if (severity === undefined) {
      if (otherwise) throw refuse('may be left out by one entry only');
      otherwise = entry.stages;
      continue;
    }
    if (!severities.has(severity)) {
      throw refuse(
        `must be one of ${severities.describe()}, not "${severity}"`,
      );
    }
    const id = severities.canonical(severity);
    if (bySeverity.has(id))
      throw refuse(`must be given once, and ${id} is twice`);
    bySeverity.set(id, entry.stages);
  }
  return { otherwise: otherwise ?? defaults, bySeverity };
}
