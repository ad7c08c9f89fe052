import type { Knex } from 'knex';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import type { LiveContext } from './context';
import { settle } from './settle';

/**
 * Writes pending updates of a postmortem to its sections. Those of a published one, which can't be
 * changed, wait until it is reopened.
 *
 * @param postmortem - locked
 * @returns whether there were any
 */
export async function writeLiveTexts(
  ctx: LiveContext,
  tx: Knex,
  postmortem: PostmortemRecord,
): Promise<boolean> {
  if (postmortem.status === 'published') return false;
  const keys = await ctx.live.pendingKeys(tx, postmortem.number);
  for (const key of keys) {
    const record = await ctx.live.get(tx, postmortem.number, key);
    await settle(ctx, tx, postmortem, record!);
  }
  return keys.length > 0;
}
