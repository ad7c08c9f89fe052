import { z } from 'zod';
import { complianceStatusSchema } from '../compliance/model';
import type { ComplianceStatus } from '../compliance/model';
import { contributingFactorCategorySchema } from '../contributingFactor/model';
import type { ContributingFactorCategory } from '../contributingFactor/model';
import { incidentSourceIdSchema } from '../incident/model';
import { durationKindSchema } from '../insights/model';
import type { DurationKind } from '../insights/model';
import { LIMITS } from '../kernel/limits';
import {
  anyOf,
  orderFieldSchema,
  pageFields,
  pageParameters,
  refOrNoneSchema,
  subTeamsSchema,
} from '../kernel/listing';
import type { Page, PageParameters } from '../kernel/listing';
import {
  entityRefSchema,
  lineSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { severitySchema } from '../policy/severity';
import { searchSnippetSchema } from '../search/model';
import type { SearchSnippet } from '../search/model';
import {
  originSchema,
  outcomeSchema,
  postmortemSummarySchema,
  statusSchema,
} from './model';
import type { Origin, Outcome, PostmortemSummary, Status } from './model';
import { permissionsParameter } from './reportedPermissions';

const minutesSchema = z.coerce
  .number<number | undefined>()
  .min(0)
  .max(1e9)
  .optional();

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
  factor: anyOf(lineSchema(LIMITS.title)).describe(
    'Title of a contributing factor. Ignores case, accents and spaces',
  ),
  source: anyOf(incidentSourceIdSchema).describe(
    'Source of its incidents, or "none" for postmortems without one',
  ),
  duration: durationKindSchema
    .optional()
    .describe('Only postmortems with both times of this duration'),
  durationAtLeast: minutesSchema.describe('Minutes; requires duration'),
  durationBelow: minutesSchema.describe('Minutes; requires duration'),
  withoutDuration: durationKindSchema
    .optional()
    .describe('Only postmortems without one of its two times'),
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
      'Search in the whole text: title, labels, facts, sections, timeline, contributing factors, action items, reviews and comments. All words must occur, each as it is or as the beginning of a longer one. "…" searches a phrase, - excludes a word',
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
  factor?: string[];
  source?: string[];
  duration?: DurationKind;
  durationAtLeast?: number;
  durationBelow?: number;
  withoutDuration?: DurationKind;
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
  WithDefaults<ListPostmortemsQuery, 'limit' | 'totalItems'>,
  ListPostmortemsQuery
>(
  z.strictObject({
    ...postmortemFilters,
    ...pageParameters,
    permissions: permissionsParameter,
    orderField: orderFieldSchema(postmortemOrderFields)
      .optional()
      .describe(
        'Field and direction, such as startedAt,desc. Default: startedAt,desc, or by relevance with q',
      ),
    text: z
      .enum(['include', 'exclude'])
      .optional()
      .describe(
        'Whether to include the text of each postmortem, for indexing elsewhere. Default: exclude',
      ),
  } satisfies Fields<ListPostmortemsQuery>),
);

/** Query parameters of `listPostmortems`. @public */
export interface ListPostmortemsQuery extends PostmortemFilter, PageParameters {
  orderField?: string;
  permissions?: string[];
  text?: 'include' | 'exclude';
}

/** A postmortem in a list, where a search found it, and its text if requested. @public */
export interface FoundPostmortem extends PostmortemSummary {
  snippet?: SearchSnippet;
  text?: string;
}

/** @public */
export const postmortemPageSchema = objectSchema<PostmortemPage>(
  z.object({
    ...pageFields<FoundPostmortem>(
      postmortemSummarySchema.extend({
        snippet: searchSnippetSchema
          .optional()
          .describe('Where q was found; only with q'),
        text: z
          .string()
          .optional()
          .describe(
            `Plain text of all parts except the title, summary first, up to ${LIMITS.fullText} characters; only with text=include`,
          ),
      }),
    ),
    searchedNewest: z
      .int()
      .optional()
      .describe(
        'Set if there are too many matches to order by relevance: how many of the newest were ordered. Others are left out',
      ),
  } satisfies Fields<PostmortemPage>),
);

/** A page of postmortems. @public */
export interface PostmortemPage extends Page<FoundPostmortem> {
  searchedNewest?: number;
}
