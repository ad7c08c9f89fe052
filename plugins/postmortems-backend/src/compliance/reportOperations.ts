import { InputError } from '@backstage/errors';
import type { PostmortemsService } from 'backstage-plugin-postmortems-node';
import { normalizeFilter } from '../postmortem/normalizeFilter';
import type { ComplianceContext } from './context';

/** Returns compliance rates, and the exceptions behind them. */
export function complianceReportOperations(
  ctx: ComplianceContext,
): Pick<PostmortemsService, 'getCompliance' | 'listComplianceExceptions'> {
  return {
    async getCompliance({ query }) {
      const { groupBy, rollUp, ...filter } = query;
      if (rollUp && groupBy !== 'team') {
        throw new InputError('rollUp requires groupBy=team');
      }
      return ctx.compliance.report(
        ctx.knex,
        {
          groupBy,
          rollUp: rollUp !== undefined,
          severities: ctx.policy.severities.definitions.map(({ id }) => id),
          filter: normalizeFilter(filter, ctx.policy.severities),
          visible: ctx.access.visible,
        },
        ctx.clock(),
      );
    },

    async listComplianceExceptions({ query }) {
      const { limit, cursor, totalItems, kind, postmortemId, ...filter } =
        query;
      return ctx.exceptions.list(
        ctx.knex,
        {
          filter: {
            ...normalizeFilter(filter, ctx.policy.severities),
            kind,
            postmortemId,
          },
          visible: ctx.access.visible,
          limit,
          cursor,
          totalItems,
        },
        { now: ctx.clock(), policy: ctx.policy },
      );
    },
  };
}
