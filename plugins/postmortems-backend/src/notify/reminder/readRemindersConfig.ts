import type { Config } from '@backstage/config';
import { messageOf, plainIssues } from 'backstage-plugin-postmortems-common';
import { z } from 'zod';
import type { SeverityScale } from '../../policy/SeverityScale';
import { hoursSchema, strict, timeZoneSchema } from '../../policy/configSchema';
import { invalidConfig, withoutNulls } from '../../policy/readPolicyConfig';
import {
  ACTION_ITEM_STAGES,
  MIN_REPEAT_HOURS,
  POSTMORTEM_STAGES,
  UNRESOLVED_AFTER_HOURS,
} from './defaultStages';
import type { BySeverity, ReminderRules, Stage } from './reminderRules';

const TIME_OF_DAY = 'must be a time of day such as 09:00, in quotes';

const WEEKDAY = 'must be a day of the week, from 1 (Monday) to 7 (Sunday)';

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
    error:
      'can have before or after, but not both; omit both to send at the deadline',
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

const unresolved = z.array(
  strict({
    severity: z.string().optional(),
    after: hoursSchema,
    repeatEvery: hoursSchema.optional(),
  })
    .refine(({ after }) => after > 0, {
      path: ['after'],
      error: 'must be more than 0',
    })
    .refine(
      ({ repeatEvery = MIN_REPEAT_HOURS }) => repeatEvery >= MIN_REPEAT_HOURS,
      { path: ['repeatEvery'], error: 'must be at least 1 day' },
    ),
);

const remindersSchema = strict({
  enabled: z.boolean().default(true),
  digestAt: timeOfDay.prefault('09:00'),
  acknowledgeWithin: hoursSchema.default(24),
  unresolved: unresolved.default([]),
  postmortems: stages.default([]),
  actionItems: stages.default([]),
  weeklyDigest: strict({
    enabled: z.boolean().default(false),
    weekday: z.int(WEEKDAY).min(1, WEEKDAY).max(7, WEEKDAY).default(1),
    at: timeOfDay.prefault('09:00'),
    timeZone: timeZoneSchema.default('UTC'),
  }).prefault({}),
});

/**
 * Reads `postmortems.reminders`. All keys are optional.
 *
 * @throws InputError naming every wrong key and what it must be
 */
export function readRemindersConfig(
  config: Config,
  severities: SeverityScale,
): ReminderRules {
  const raw = withoutNulls(config.getOptional('postmortems.reminders') ?? {});
  const parsed = remindersSchema.safeParse(raw, plainIssues);
  if (!parsed.success) {
    throw invalidConfig(
      parsed.error.issues.map(issue => ({
        path: ['reminders', ...issue.path],
        message: messageOf(issue),
      })),
    );
  }
  const {
    acknowledgeWithin,
    unresolved: asked,
    weeklyDigest: { enabled: isWeekly, ...weeklyTime },
    ...rest
  } = parsed.data;
  const read = <C extends { severity?: string }, T>(
    key: string,
    configured: C[],
    valueOf: (entry: C) => T,
    otherwise: T,
  ) =>
    toBySeverity(
      ['reminders', key],
      configured.map(entry => ({ ...entry, value: valueOf(entry) })),
      otherwise,
      severities,
    );
  return {
    ...rest,
    ...(isWeekly && { weeklyDigest: weeklyTime }),
    acknowledgeWithinHours: acknowledgeWithin,
    unresolvedAfterHours: read(
      'unresolved',
      asked,
      ({ after }) => after,
      UNRESOLVED_AFTER_HOURS,
    ),
    unresolvedRepeatHours: read(
      'unresolved',
      asked,
      ({ after, repeatEvery }) =>
        repeatEvery ?? Math.max(after, MIN_REPEAT_HOURS),
      UNRESOLVED_AFTER_HOURS,
    ),
    postmortems: read(
      'postmortems',
      rest.postmortems,
      entry => entry.stages,
      POSTMORTEM_STAGES,
    ),
    actionItems: read(
      'actionItems',
      rest.actionItems,
      entry => entry.stages,
      ACTION_ITEM_STAGES,
    ),
  };
}

function toBySeverity<T>(
  path: PropertyKey[],
  configured: { severity?: string; value: T }[],
  defaults: T,
  severities: SeverityScale,
): BySeverity<T> {
  const bySeverity = new Map<string, T>();
  let otherwise: { value: T } | undefined;
  for (const [index, entry] of configured.entries()) {
    const { severity } = entry;
    const refuse = (message: string) =>
      invalidConfig([{ path: [...path, index, 'severity'], message }]);
    if (severity === undefined) {
      if (otherwise) throw refuse('can be omitted in one entry only');
      otherwise = entry;
      continue;
    }
    if (!severities.has(severity)) {
      throw refuse(
        `must be one of ${severities.describe()}, not "${severity}"`,
      );
    }
    const id = severities.canonical(severity);
    if (bySeverity.has(id))
      throw refuse(`must not be repeated; ${id} already has an entry`);
    bySeverity.set(id, entry.value);
  }
  return { otherwise: otherwise ? otherwise.value : defaults, bySeverity };
}
