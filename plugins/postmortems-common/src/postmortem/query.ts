import { z } from 'zod';
import { complianceStatusSchema } from '../compliance/model';
import type { ComplianceStatus } from '../compliance/model';
import { contributingFactorCategorySchema } from '../contributingFactor/model';
import type { ContributingFactorCategory } from '../contributingFactor/model';
import { LIMITS } from '../kernel/limits';
import {
  anyOf,
  orderFieldSchema,
  pageParameters,
  pageSchema,
  refOrNoneSchema,
  subTeamsSchema,
} from '../kernel/listing';
import type { PageParameters } from '../kernel/listing';
import { entityRefSchema, timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { severitySchema } from '../policy/severity';
import {
  originSchema,
  outcomeSchema,
  postmortemSummarySchema,
  statusSchema,
} from './model';
import type { Origin, Outcome, PostmortemSummary, Status } from './model';
import { permissionsParameter } from './reportedPermissions';

/** @internal */
export const postmortemFilters = {
  entityRef: anyOf(entityRefSchema),
  teamRef: anyOf(refOrNoneSchema).describe(
    'Owning team, or user who owns an affected entity; "none" for postmortems that no group owns',
  ),
  subTeams: subTeamsSchema,
  ownerRef: anyOf(refOrNoneSchema).describe(
    'Owner, or "none" for postmortems without one',
  ),
  awaitingReviewBy: anyOf(entityRefSchema).describe(
    "Requested reviewers (users and groups); only postmortems in review whose current version they haven't reviewed",
  ),
  severity: anyOf(severitySchema).describe('Governing severity'),
  status: anyOf(statusSchema),
  complianceStatus: anyOf(complianceStatusSchema),
  outcome: anyOf(outcomeSchema),
  edited: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      'true: only postmortems edited by a person; false: only untouched drafts',
    ),
  origin: anyOf(originSchema).describe(
    'How it was created: by a person, from an incident source, or by an import',
  ),
  hasExceptions: z
    .enum(['true', 'false'])
    .optional()
    .describe('Whether exceptions changed its deadline or status'),
  resolved: z
    .enum(['true', 'false'])
    .optional()
    .describe('Whether the incident is resolved'),
  resolvedAfter: timestampSchema
    .optional()
    .describe('Incidents unresolved, or resolved at or after this time'),
  label: anyOf(z.string().min(1).max(LIMITS.label)),
  factorCategory: anyOf(contributingFactorCategorySchema).describe(
    'Category of a contributing factor',
  ),
  startedAfter: timestampSchema
    .optional()
    .describe('Incidents started at or after this time'),
  startedBefore: timestampSchema
    .optional()
    .describe('Incidents started before this time'),
  dueBefore: timestampSchema.optional().describe('Due before this time'),
  q: z
    .string()
    .trim()
    .max(LIMITS.query)
    .optional()
    .describe(
      'Search in id, title, summary and labels; each word matches as a prefix',
    ),
};

/** @public */
export const postmortemFilterSchema = objectSchema<PostmortemFilter>(
  z.strictObject(postmortemFilters),
);

/**
 * Filters for lists and reports. Combines different fields with AND and the values of one field
 * with OR.
 *
 * @public
 */
export interface PostmortemFilter {
  entityRef?: string[];
  teamRef?: string[];
  subTeams?: 'include' | 'exclude';
  ownerRef?: string[];
  awaitingReviewBy?: string[];
  severity?: string[];
  status?: Status[];
  complianceStatus?: ComplianceStatus[];
  outcome?: Outcome[];
  edited?: 'true' | 'false';
  origin?: Origin[];
  hasExceptions?: 'true' | 'false';
  resolved?: 'true' | 'false';
  resolvedAfter?: string;
  label?: string[];
  factorCategory?: ContributingFactorCategory[];
  startedAfter?: string;
  startedBefore?: string;
  dueBefore?: string;
  q?: string;
}

/**
 * Sortable fields of postmortems. `entityRef` is the primary entity. References are sorted as text;
 * postmortems without an owner come after the others.
 *
 * @public
 */
export const postmortemOrderFields = [
  'startedAt',
  'dueAt',
  'severity',
  'title',
  'updatedAt',
  'status',
  'entityRef',
  'ownerRef',
] as const;

/** @public */
export const listPostmortemsQuerySchema = objectSchema<
  WithDefaults<ListPostmortemsQuery, 'orderField' | 'limit' | 'totalItems'>,
  ListPostmortemsQuery
>(
  z.strictObject({
    ...postmortemFilters,
    ...pageParameters,
    permissions: permissionsParameter,
    orderField: orderFieldSchema(postmortemOrderFields).default(
      'startedAt,desc',
    ),
  } satisfies Fields<ListPostmortemsQuery>),
);

/** Query parameters of `listPostmortems`. @public */
export interface ListPostmortemsQuery extends PostmortemFilter, PageParameters {
  orderField?: string;
  permissions?: string[];
}

/** @public */
export const postmortemPageSchema = pageSchema<PostmortemSummary>(
  postmortemSummarySchema,
);
