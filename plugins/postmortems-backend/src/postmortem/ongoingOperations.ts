import { ConflictError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { actorOf } from '../kernel/actor';
import { loadForChange } from './change';
import type { PostmortemContext } from './context';
import { toPostmortem } from './present';
import { recordWithoutEdit } from './recordHistory';

/** Confirms that an unresolved incident is still ongoing. */
export function ongoingOperations(
  ctx: PostmortemContext,
): Pick<PostmortemsService, 'confirmOngoing'> {
  return {
    async confirmOngoing({ params }, options) {
      return ctx.knex.transaction(async tx => {
        const { number, resolvedAt } = await loadForChange(ctx, tx, params.id);
        if (resolvedAt) {
          throw new ConflictError(
            `${params.id} was resolved at ${resolvedAt}. Clear resolvedAt to reopen the incident`,
          );
        }
        const at = ctx.clock().toISOString();
        const actorRef = actorOf(options.credentials);
        // Not an edit, so an untouched draft stays untouched.
        await recordWithoutEdit(ctx, tx, number, [
          { at, actorRef, action: 'still-ongoing' },
        ]);
        await ctx.postmortems.touch(tx, number, at);
        const after = await ctx.postmortems.get(tx, number);
        return toPostmortem(ctx, tx, after!, options);
      });
    },
  };
}
