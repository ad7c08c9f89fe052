/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { normalizeFilter } from '../normalize';
import { toPostmortem, toSummary } from '../present';
import { load } from '../saving';
import type { ServiceContext } from '../ServiceContext';

/** Lists, single postmortems, history and compliance. */
export function readingOperations(
  ctx: ServiceContext,
): Pick<
  PostmortemsService,
  'listPostmortems' | 'getPostmortem' | 'listHistory' | 'getCompliance'
> {
  return {
    async listPostmortems({ query }) {
      const { limit, cursor, totalItems, orderField, ...filter } = query;
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
      return {
        ...page,
        items: page.items.map(record => toSummary(record, now)),
      };
    },

    async getPostmortem({ params }, options) {
      return toPostmortem(ctx, ctx.knex, await load(ctx, params.id), options);
    },

    async listHistory({ params, query }) {
      const { number } = await load(ctx, params.id);
      return ctx.history.list(ctx.knex, number, query);
    },

    async getCompliance({ query }) {
      const { groupBy, ...filter } = query;
      return ctx.compliance.report(
        ctx.knex,
        {
          groupBy,
          filter: normalizeFilter(filter, ctx.policy.severities),
          visible: ctx.access.visible,
        },
        ctx.clock(),
      );
    },
  };
}
