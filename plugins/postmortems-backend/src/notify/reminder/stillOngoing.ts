import type { Ongoing } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { idOf } from '../../kernel/ids';
import { lastNewsOf } from '../../postmortem/lastNews';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import { valueFor } from './reminderRules';
import type { ReminderRules } from './reminderRules';
import type { ReminderFacts, ReminderTrigger } from './ReminderTrigger';
import { onWorkingDay } from './sendTime';

const HOUR = 3_600_000;

/**
 * When an unresolved incident was last updated or confirmed; undefined once it is resolved or
 * published.
 */
export async function ongoingOf(
  stores: Parameters<typeof lastNewsOf>[0],
  { unresolvedAfterHours }: Pick<ReminderRules, 'unresolvedAfterHours'>,
  tx: Knex,
  postmortem: PostmortemRecord,
): Promise<Ongoing | undefined> {
  if (postmortem.status === 'published') return undefined;
  const news = await lastNewsOf(stores, tx, [postmortem]);
  const lastNewsAt = news.get(postmortem.number);
  if (!lastNewsAt) return undefined;
  const hours = valueFor(unresolvedAfterHours, postmortem.governingSeverity);
  return {
    lastNewsAt,
    confirmFrom: new Date(Date.parse(lastNewsAt) + hours * HOUR).toISOString(),
  };
}

/**
 * Reminders to confirm that an incident without news is still ongoing: first to the commander, then
 * repeatedly to the owning team. News restarts the clock.
 */
export function ongoingTriggers(
  { postmortem, calendar, lastNewsAt }: ReminderFacts,
  rules: ReminderRules,
  now: Date,
): ReminderTrigger[] {
  const { number, governingSeverity } = postmortem;
  if (!lastNewsAt) return [];
  const hours = valueFor(rules.unresolvedAfterHours, governingSeverity);
  const repeatHours = valueFor(rules.unresolvedRepeatHours, governingSeverity);
  const question = (to: 'incident-lead' | 'team', at: Date, repeat = 0) => ({
    reason: `${idOf(number)}:still-ongoing:${lastNewsAt}:${to}${
      repeat > 0 ? `:${repeat}` : ''
    }`,
    about: 'still-ongoing' as const,
    to,
    at,
    inDigest: false,
  });
  const after = (from: number, wait: number) =>
    onWorkingDay(new Date(from + wait * HOUR), rules, calendar);

  const news = Date.parse(lastNewsAt);
  let repeat = 0;
  let at = after(news, 2 * hours);
  let next = after(at.getTime(), repeatHours);
  // Missed repeats, such as while the backend was down, are not sent later.
  while (next <= now) {
    repeat += 1;
    at = next;
    next = after(at.getTime(), repeatHours);
  }
  return [
    question('incident-lead', after(news, hours)),
    question('team', at, repeat),
    question('team', next, repeat + 1),
  ];
}
