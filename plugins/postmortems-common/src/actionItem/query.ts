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
  status: anyOf(actionItemStatusSchema),
  priority: anyOf(actionItemPrioritySchema),
  kind: anyOf(actionItemKindSchema),
  overdue: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: only overdue items; false: only others'),
  dueBefore: timestampSchema.optional(),
  dueAfter: timestampSchema.optional(),
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
  status?: ActionItemStatus[];
  priority?: ActionItemPriority[];
  kind?: ActionItemKind[];
  overdue?: 'true' | 'false';
  dueBefore?: string;
  dueAfter?: string;
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
