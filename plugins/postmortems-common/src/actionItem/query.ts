import { z } from 'zod';
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
import {
  entityRefSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { severitySchema } from '../policy/severity';
import { outcomeSchema } from '../postmortem/model';
import type { Outcome } from '../postmortem/model';
import { permissionsParameter } from '../postmortem/reportedPermissions';
import {
  actionItemGroupBySchema,
  actionItemKindSchema,
  actionItemPrioritySchema,
  actionItemStatusSchema,
  listedActionItemSchema,
} from './model';
import type {
  ActionItemGroupBy,
  ActionItemKind,
  ActionItemPriority,
  ActionItemStatus,
  ListedActionItem,
} from './model';

const filters = {
  teamRef: anyOf(refOrNoneSchema).describe(
    "Owning team of the postmortem or owner of the item; 'none' for items without any group",
  ),
  subTeams: subTeamsSchema,
  ownerRef: anyOf(refOrNoneSchema).describe(
    'Owner, or "none" for items without one',
  ),
  entityRef: anyOf(entityRefSchema).describe('Affected entity'),
  postmortemId: anyOf(postmortemIdSchema),
  severity: anyOf(severitySchema).describe(
    'Governing severity of the incident',
  ),
  label: anyOf(z.string().min(1).max(LIMITS.label)).describe(
    'Label of the postmortem',
  ),
  outcome: anyOf(outcomeSchema).describe('Outcome of the incident'),
  status: anyOf(actionItemStatusSchema),
  priority: anyOf(actionItemPrioritySchema),
  kind: anyOf(actionItemKindSchema),
  overdue: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: only overdue items; false: only others'),
  dueBefore: timestampSchema.optional(),
  dueAfter: timestampSchema.optional(),
  committedAfter: timestampSchema
    .optional()
    .describe('Committed at or after this time'),
  committedBefore: timestampSchema
    .optional()
    .describe('Committed before this time'),
  closedAfter: timestampSchema
    .optional()
    .describe('Done or declined at or after this time'),
  closedBefore: timestampSchema
    .optional()
    .describe('Done or declined before this time'),
  closedOnTime: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      'Whether it was closed by its due date; only items that have one',
    ),
  q: z
    .string()
    .trim()
    .max(LIMITS.query)
    .optional()
    .describe(
      'Search in id, title, description and reason; see q of the list of postmortems',
    ),
};

/** @public */
export const actionItemFilterSchema = objectSchema<ActionItemFilter>(
  z.strictObject(filters),
);

/**
 * Action item filters. Combines different fields with AND and the values of one field with OR.
 *
 * @public
 */
export interface ActionItemFilter {
  teamRef?: string[];
  subTeams?: 'include' | 'exclude';
  ownerRef?: string[];
  entityRef?: string[];
  postmortemId?: string[];
  severity?: string[];
  label?: string[];
  outcome?: Outcome[];
  status?: ActionItemStatus[];
  priority?: ActionItemPriority[];
  kind?: ActionItemKind[];
  overdue?: 'true' | 'false';
  dueBefore?: string;
  dueAfter?: string;
  committedAfter?: string;
  committedBefore?: string;
  closedAfter?: string;
  closedBefore?: string;
  closedOnTime?: 'true' | 'false';
  q?: string;
}

/**
 * Sortable fields of action items. Owners are sorted by their reference; items without an owner
 * come after the others.
 *
 * @public
 */
export const actionItemOrderFields = [
  'dueAt',
  'priority',
  'createdAt',
  'title',
  'status',
  'ownerRef',
] as const;

/** @public */
export const listActionItemsQuerySchema = objectSchema<
  WithDefaults<ListActionItemsQuery, 'orderField' | 'limit' | 'totalItems'>,
  ListActionItemsQuery
>(
  z.strictObject({
    ...filters,
    ...pageParameters,
    permissions: permissionsParameter,
    orderField: orderFieldSchema(actionItemOrderFields).default('dueAt,asc'),
  } satisfies Fields<ListActionItemsQuery>),
);

/** Query parameters of `listActionItems`. @public */
export interface ListActionItemsQuery extends ActionItemFilter, PageParameters {
  orderField?: string;
  permissions?: string[];
}

/** @public */
export const actionItemSummaryQuerySchema = objectSchema<
  WithDefaults<ActionItemSummaryQuery, 'groupBy'>,
  ActionItemSummaryQuery
>(
  z.strictObject({
    ...filters,
    groupBy: actionItemGroupBySchema.default('team'),
  } satisfies Fields<ActionItemSummaryQuery>),
);

/** Query parameters of `summarizeActionItems`. @public */
export interface ActionItemSummaryQuery extends ActionItemFilter {
  groupBy?: ActionItemGroupBy;
}

/** @public */
export const actionItemPageSchema = pageSchema<ListedActionItem>(
  listedActionItemSchema,
);
