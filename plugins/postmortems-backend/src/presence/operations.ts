import { isDeepStrictEqual } from 'node:util';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { userOf } from '../kernel/actor';
import { load, loadForChange } from '../postmortem/change';
import type { PresenceContext } from './context';
import { PRESENCE_EXPIRES_AFTER_MS } from './expiry';

/**
 * Operations on who is editing what. This isn't content, so it causes no history entry or event.
 */
export function presenceOperations(
  ctx: PresenceContext,
): Pick<PostmortemsService, 'listPresence' | 'putPresence'> {
  return {
    async listPresence({ params }) {
      const { number } = await load(ctx, params.id);
      return ctx.presence.list(ctx.knex, number, ctx.clock());
    },

    async putPresence({ params, body }, { credentials }) {
      const userRef = userOf(credentials, 'Editing');
      const { postmortem, before, after } = await ctx.knex.transaction(
        async tx => {
          const found = await loadForChange(ctx, tx, params.id);
          const { number } = found;
          const now = ctx.clock();
          const earlier = await ctx.presence.list(tx, number, now);
          await ctx.presence.removeExpired(tx, number, now);
          await ctx.presence.put(
            tx,
            { postmortem: number, userRef, tabId: body.tabId },
            [...new Set(body.sections)],
            new Date(now.getTime() + PRESENCE_EXPIRES_AFTER_MS),
          );
          return {
            postmortem: found,
            before: earlier,
            after: await ctx.presence.list(tx, number, now),
          };
        },
      );
      if (!isDeepStrictEqual(before, after)) ctx.presenceChanged(postmortem);
      return after;
    },
  };
}
