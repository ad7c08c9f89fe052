import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  entityRefSchema,
  lineSchema,
  markdownSchema,
  postmortemIdSchema,
  revisionSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { severitySchema } from '../policy/severity';
import { permissionsField } from '../postmortem/reportedPermissions';
import { visibilitySchema } from '../postmortem/visibility';
import type { Visibility } from '../postmortem/visibility';
import { ticketSchema } from '../ticket/model';
import type { Ticket } from '../ticket/model';

/**
 * The status of an action item: `proposed` is an idea, `open` a commitment with an owner and a due
 * date, `declined` a decision not to do it, with a reason.
 *
 * @public
 */
export const actionItemStatusSchema = z.enum([
  'proposed',
  'open',
  'in-progress',
  'done',
  'declined',
]);

/** @public */
export type ActionItemStatus = z.infer<typeof actionItemStatusSchema>;

/**
 * The purpose of an action item.
 *
 * @public
 */
export const actionItemKindSchema = z.enum([
  'prevent',
  'mitigate',
  'detect',
  'repair',
  'process',
  'investigate',
]);

/** @public */
export type ActionItemKind = z.infer<typeof actionItemKindSchema>;

/**
 * The priority of an action item; P0 is the most urgent.
 *
 * @public
 */
export const actionItemPrioritySchema = z.enum(['P0', 'P1', 'P2', 'P3']);

/** @public */
export type ActionItemPriority = z.infer<typeof actionItemPrioritySchema>;

/**
 * The second part of an action item's id: `A3` in `PM-42/A3`.
 *
 * @public
 */
export const actionItemKeySchema = z
  .string()
  .regex(/^A[1-9]\d{0,5}$/i, { error: 'must be an id such as A3' });

/**
 * The full id of an action item, such as `PM-42/A3`.
 *
 * @public
 */
export const actionItemIdSchema = z
  .string()
  .regex(/^PM-[1-9]\d{0,8}\/A[1-9]\d{0,5}$/i, {
    error: 'must be an id such as PM-42/A3',
  })
  .describe('Action item id');

const fields = {
  title: lineSchema(LIMITS.title),
  description: markdownSchema(LIMITS.itemMarkdown),
  kind: actionItemKindSchema,
  priority: actionItemPrioritySchema,
  status: actionItemStatusSchema,
  ownerRef: entityRefSchema.describe('A User or Group entity'),
  dueAt: timestampSchema,
};

/** @public */
export const actionItemSchema = z.object({
  id: actionItemIdSchema,
  title: fields.title,
  description: fields.description,
  kind: fields.kind,
  priority: fields.priority,
  status: fields.status,
  ownerRef: fields.ownerRef.optional(),
  dueAt: fields.dueAt.optional(),
  overdue: z
    .boolean()
    .describe('Whether it is committed, open and past its due date'),
  statusReason: z.string().optional().describe('Reason for declining it'),
  committedAt: timestampSchema
    .optional()
    .describe('When it was first open, in progress or done'),
  closedAt: timestampSchema.optional().describe('When it was done or declined'),
  ticket: ticketSchema.optional(),
  revision: revisionSchema,
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
} satisfies Fields<ActionItem>);

/**
 * A task to prevent a recurrence of the incident or reduce its impact.
 *
 * @public
 */
export interface ActionItem {
  id: string;
  title: string;
  description: string;
  kind: ActionItemKind;
  priority: ActionItemPriority;
  status: ActionItemStatus;
  ownerRef?: string;
  dueAt?: string;
  overdue: boolean;
  statusReason?: string;
  committedAt?: string;
  closedAt?: string;
  ticket?: Ticket;
  revision: number;
  createdAt: string;
  updatedAt: string;
}

/** @public */
export const listedActionItemSchema = objectSchema<ListedActionItem>(
  actionItemSchema.extend({
    postmortem: z.object({
      id: postmortemIdSchema,
      title: z.string(),
      governingSeverity: severitySchema,
      entityRefs: z.array(entityRefSchema),
      teamRefs: z.array(entityRefSchema),
      visibility: visibilitySchema,
      timeZone: z.string().describe('The time zone of dueAt'),
    }),
    permissions: permissionsField,
  }),
);

/**
 * An action item in lists across postmortems.
 *
 * @public
 */
export interface ListedActionItem extends ActionItem {
  postmortem: {
    id: string;
    title: string;
    governingSeverity: string;
    entityRefs: string[];
    teamRefs: string[];
    visibility: Visibility;
    timeZone: string;
  };
  permissions?: string[];
}

const reasons = {
  statusReason: lineSchema(LIMITS.reason).describe('Required to decline it'),
  dueReason: lineSchema(LIMITS.reason).describe(
    'Required if dueAt is later than the policy suggests',
  ),
};

/** @public */
export const createActionItemSchema = z.strictObject({
  title: fields.title,
  description: fields.description.default(''),
  kind: fields.kind,
  priority: fields.priority,
  status: fields.status.default('proposed'),
  ownerRef: fields.ownerRef.optional(),
  dueAt: fields.dueAt.optional(),
  statusReason: reasons.statusReason.optional(),
  dueReason: reasons.dueReason.optional(),
} satisfies Fields<CreateActionItem>);

/**
 * A new action item. It requires an owner unless it is `proposed`, and a due date if the policy has
 * no default.
 *
 * @public
 */
export interface CreateActionItem {
  title: string;
  description?: string;
  kind: ActionItemKind;
  priority: ActionItemPriority;
  status?: ActionItemStatus;
  ownerRef?: string;
  dueAt?: string;
  statusReason?: string;
  dueReason?: string;
}

/** @public */
export const updateActionItemSchema = objectSchema<UpdateActionItem>(
  z
    .strictObject({
      ...fields,
      ...reasons,
      ownerRef: fields.ownerRef.nullable(),
      dueAt: fields.dueAt.nullable(),
      position: z
        .int()
        .min(0)
        .describe('New position among the action items, from 0'),
    } satisfies Fields<UpdateActionItem>)
    .partial(),
);

/** Request body of `updateActionItem`. @public */
export interface UpdateActionItem {
  title?: string;
  description?: string;
  kind?: ActionItemKind;
  priority?: ActionItemPriority;
  status?: ActionItemStatus;
  ownerRef?: string | null;
  dueAt?: string | null;
  statusReason?: string;
  dueReason?: string;
  position?: number;
}

/** @public */
export const bulkUpdateActionItemsSchema = objectSchema<BulkUpdateActionItems>(
  z.strictObject({
    items: z
      .array(
        z.strictObject({ id: actionItemIdSchema, revision: revisionSchema }),
      )
      .min(1)
      .max(LIMITS.pageSize),
    set: z
      .strictObject({
        ownerRef: fields.ownerRef,
        dueAt: fields.dueAt,
        status: fields.status,
        ...reasons,
      })
      .partial(),
  } satisfies Fields<BulkUpdateActionItems>),
);

/**
 * One change to apply to many action items.
 *
 * @public
 */
export interface BulkUpdateActionItems {
  items: { id: string; revision: number }[];
  set: {
    statusReason?: string;
    dueReason?: string;
    ownerRef?: string;
    dueAt?: string;
    status?: ActionItemStatus;
  };
}

/** @public */
export const bulkUpdateResultSchema = objectSchema<BulkUpdateResult>(
  z.object({
    results: z.array(
      z.object({
        id: actionItemIdSchema,
        item: actionItemSchema.optional(),
        error: z.object({ name: z.string(), message: z.string() }).optional(),
      }),
    ),
  } satisfies Fields<BulkUpdateResult>),
);

/**
 * The result for each action item: its new state, or the error.
 *
 * @public
 */
export interface BulkUpdateResult {
  results: {
    id: string;
    item?: ActionItem;
    error?: { name: string; message: string };
  }[];
}

/** @public */
export const actionItemGroupBySchema = z.enum([
  'team',
  'owner',
  'postmortem',
  'entity',
  'priority',
  'kind',
  'age',
]);

/** @public */
export type ActionItemGroupBy = z.infer<typeof actionItemGroupBySchema>;

/** @public */
export const actionItemFiguresSchema = z.object({
  total: z.int().min(0),
  counts: z.record(actionItemStatusSchema, z.int().min(0)),
  overdue: z.int().min(0),
} satisfies Fields<ActionItemFigures>);

/**
 * Action item counts, in total or for one group.
 *
 * @public
 */
export interface ActionItemFigures {
  total: number;
  counts: Record<ActionItemStatus, number>;
  overdue: number;
}

/** @public */
export const actionItemSummarySchema = objectSchema<ActionItemSummary>(
  z.object({
    groupBy: actionItemGroupBySchema,
    groups: z.array(
      actionItemFiguresSchema.extend({
        key: z
          .string()
          .describe(
            'Team, owner or entity reference (or "none"), postmortem id, priority, kind, or age in days: 0-6, 7-29, 30-89, 90+',
          ),
        title: z
          .string()
          .optional()
          .describe('Title of the postmortem, if grouped by it'),
      }),
    ),
    truncated: z.boolean(),
    overall: actionItemFiguresSchema,
  } satisfies Fields<ActionItemSummary>),
);

/**
 * Action item counts by group, most overdue first. An item with several teams or entities counts in
 * each of their groups. A filter by team or entity also limits the groups.
 *
 * @public
 */
export interface ActionItemSummary {
  groupBy: ActionItemGroupBy;
  groups: {
    total: number;
    counts: Record<ActionItemStatus, number>;
    overdue: number;
    key: string;
    title?: string;
  }[];
  truncated: boolean;
  overall: ActionItemFigures;
}
