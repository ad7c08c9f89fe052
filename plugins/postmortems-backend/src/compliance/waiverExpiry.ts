import type { Knex } from 'knex';
import type { PostmortemRecord } from '../postmortem/PostmortemRecord';
import { PLUGIN_ACTOR } from '../kernel/actor';
import { record } from '../postmortem/recordHistory';
import type { PostmortemContext } from '../postmortem/context';

/**
 * Records an expired waiver in the history and notifies the people responsible, once per expiry.
 * Nothing else has to change, because the compliance status is computed from the current time.
 *
 * @param postmortem - locked by the caller's transaction
 */
export async function noteExpiredWaiver(
  ctx: PostmortemContext,
  tx: Knex,
  postmortem: PostmortemRecord,
  now: Date,
): Promise<void> {
  const { number, waiver } = postmortem;
  if (!waiver?.expiresAt || new Date(waiver.expiresAt) > now) return;
  // An entry since the waiver expired can only be about this waiver.
  const isNoted = await ctx.history.has(
    tx,
    number,
    'waiver-expired',
    waiver.expiresAt,
  );
  if (isNoted) return;

  const at = now.toISOString();
  await ctx.postmortems.touch(tx, number, at);
  await record(ctx, tx, number, [
    {
      at,
      actorRef: PLUGIN_ACTOR,
      action: 'waiver-expired',
      before: waiver,
    },
  ]);
  await ctx.notifier.waiverExpired(tx, postmortem, waiver);
}
