import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { normalizeFilter } from './normalizeFilter';
import { toPostmortem, toSummary } from './present';
import { permissionsFor } from './accessFields';
import { readFullTexts } from '../search/ports';
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
      const {
        limit,
        cursor,
        totalItems,
        orderField,
        permissions,
        text,
        ...filter
      } = query;
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
      const numbers = page.items.map(({ record }) => record.number);
      const permissionsOf =
        permissions &&
        (await permissionsFor(ctx.knex, ctx.access.reported, numbers));
      const texts =
        text === 'include' ? await readFullTexts(ctx.knex, numbers) : undefined;
      return {
        ...page,
        items: page.items.map(({ record, snippet }) => ({
          ...toSummary(record, ctx.policy, now),
          permissions: permissionsOf?.(record.number),
          snippet,
          text: texts?.get(record.number),
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
