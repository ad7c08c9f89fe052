import { z } from 'zod';
import { anyOf, pageParameters, pageSchema } from '../kernel/listing';
import type { PageParameters } from '../kernel/listing';
import { postmortemIdSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { postmortemFilters } from '../postmortem/query';
import type { PostmortemFilter } from '../postmortem/query';
import {
  complianceExceptionKindSchema,
  complianceExceptionListItemSchema,
} from './exception';
import type {
  ComplianceExceptionKind,
  ComplianceExceptionListItem,
} from './exception';
import { complianceGroupBySchema } from './model';
import type { ComplianceGroupBy } from './model';

/** @public */
export const complianceQuerySchema = objectSchema<
  WithDefaults<ComplianceQuery, 'groupBy'>,
  ComplianceQuery
>(
  z.strictObject({
    ...postmortemFilters,
    groupBy: complianceGroupBySchema.default('team'),
    rollUp: z
      .literal('true')
      .optional()
      .describe(
        'Count postmortems of sub-teams for each parent group, too, once each. Only for groupBy=team',
      ),
  } satisfies Fields<ComplianceQuery>),
);

/** Query parameters of `getCompliance`. @public */
export interface ComplianceQuery extends PostmortemFilter {
  groupBy?: ComplianceGroupBy;
  /**
   * Whether each parent group also counts the postmortems of its sub-teams. Only if grouped by team.
   */
  rollUp?: 'true';
}

/** @public */
export const listComplianceExceptionsQuerySchema = objectSchema<
  WithDefaults<ListComplianceExceptionsQuery, 'limit' | 'totalItems'>,
  ListComplianceExceptionsQuery
>(
  z.strictObject({
    ...postmortemFilters,
    postmortemId: anyOf(postmortemIdSchema),
    kind: anyOf(complianceExceptionKindSchema),
    ...pageParameters,
  } satisfies Fields<ListComplianceExceptionsQuery>),
);

/** Query parameters of `listComplianceExceptions`. @public */
export interface ListComplianceExceptionsQuery
  extends PostmortemFilter,
    PageParameters {
  postmortemId?: string[];
  kind?: ComplianceExceptionKind[];
}

/**
 * Filters exceptions by their postmortem and kind.
 *
 * @public
 */
export type ComplianceExceptionFilter = Omit<
  z.output<typeof listComplianceExceptionsQuerySchema>,
  'limit' | 'cursor' | 'totalItems'
>;

/** @public */
export const complianceExceptionPageSchema =
  pageSchema<ComplianceExceptionListItem>(complianceExceptionListItemSchema);
