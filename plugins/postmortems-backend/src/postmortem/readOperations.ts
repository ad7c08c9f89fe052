import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { normalizeFilter } from './normalizeFilter';
import { toPostmortem, toSummary } from './present';
import { permissionsFor } from './visibility';
import { load } from './change';
import type { PostmortemContext } from './context';
import type { PostmortemList } from './PostmortemList';

/** Reads lists, single postmortems and the history. */
export function readingOperations(
  ctx: PostmortemContext & { list: PostmortemList },
): Pick<
  PostmortemsService,
  'listPostmortems' | 'getPostmortem' | 'listHistory'
> {
  return {
    async listPostmortems({ query }) {
      const { limit, cursor, totalItems, orderField, permissions, ...filter } =
        query;
      const now = ctx.clock();
      const page = await ctx.list.list(
        ctx.knex,
        {
          filter: normalizeFilter(filter, ctx.policy.severities),
          visible: ctx.access.visible,
          limit,
          cursor,
          totalItems,
          orderField,
        },
        now,
      );
      const permissionsOf =
        permissions &&
        (await permissionsFor(
          ctx.knex,
          ctx.access.reported,
          page.items.map(({ record }) => record.number),
        ));
      return {
        ...page,
        items: page.items.map(({ record, snippet }) => ({
          ...toSummary(record, ctx.policy, now),
          permissions: permissionsOf?.(record.number),
          snippet,
        })),
      };
    },

    async getPostmortem({ params }, options) {
      return toPostmortem(ctx, ctx.knex, await load(ctx, params.id), options);
    },

    async listHistory({ params, query }) {
      const { number } = await load(ctx, params.id);
      return ctx.history.list(ctx.knex, number, query);
    },
  };
}
