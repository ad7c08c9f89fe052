import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { normalizeFilter } from '../postmortem/normalizeFilter';
import type { InsightsContext } from './context';
import { rangesOf } from './rules/ranges';

/** Returns what incidents have in common, and how that changes. */
export function insightsOperations(
  ctx: InsightsContext,
): Pick<PostmortemsService, 'getInsights'> {
  return {
    async getInsights({ query }) {
      const { interval, startedAfter, startedBefore, ...filter } = query;
      const now = ctx.clock();
      return ctx.insights.read(
        ctx.knex,
        {
          interval,
          ...rangesOf({ startedAfter, startedBefore }, now),
          filter: normalizeFilter(filter, ctx.policy.severities),
          visible: ctx.access.visible,
        },
        now,
      );
    },
  };
}
