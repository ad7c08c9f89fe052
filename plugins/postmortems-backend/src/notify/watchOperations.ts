import type {
  PostmortemsService,
  PostmortemsServiceOptions,
} from 'backstage-plugin-postmortems-node';
import { userOf } from '../kernel/actor';
import { toPostmortem } from '../postmortem/present';
import { load } from '../postmortem/change';
import type { NotifyContext } from './context';

/** Watches and unwatches a postmortem. Who watches is private, so it isn't in the history. */
export function watchOperations(
  ctx: NotifyContext,
): Pick<PostmortemsService, 'watch' | 'unwatch'> {
  async function set(
    id: string,
    watching: boolean,
    options: PostmortemsServiceOptions,
  ) {
    const user = userOf(options.credentials, 'Watching a postmortem');
    const current = await load(ctx, id);
    await (watching
      ? ctx.watchers.add(ctx.knex, current.number, user)
      : ctx.watchers.remove(ctx.knex, current.number, user));
    return toPostmortem(ctx, ctx.knex, current, options);
  }

  return {
    watch: ({ params }, options) => set(params.id, true, options),
    unwatch: ({ params }, options) => set(params.id, false, options),
  };
}
