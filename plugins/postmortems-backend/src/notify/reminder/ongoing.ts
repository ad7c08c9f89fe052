import type { Ongoing } from 'backstage-plugin-postmortems-common';
import type { Knex } from 'knex';
import { lastNewsOf } from '../../postmortem/lastNews';
import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import { valueFor } from './reminderRules';
import type { ReminderRules } from './reminderRules';

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
