import { z } from 'zod';
import { createActionItemSchema } from '../actionItem/model';
import type {
  ActionItemKind,
  ActionItemPriority,
  ActionItemStatus,
} from '../actionItem/model';
import { extensionSchema, waiverSchema } from '../compliance/waiver';
import { createContributingFactorSchema } from '../contributingFactor/model';
import type { CreateContributingFactor } from '../contributingFactor/model';
import { LIMITS } from '../kernel/limits';
import {
  lineSchema,
  markdownSchema,
  postmortemIdSchema,
  revisionSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { createPostmortemSchema } from '../postmortem/changes';
import {
  noActionItemsReasonSchema,
  postmortemSummarySchema,
  statusSchema,
} from '../postmortem/model';
import type { CreatePostmortem } from '../postmortem/changes';
import type { PostmortemSummary, Status } from '../postmortem/model';
import { sectionKeySchema } from '../section/model';
import type { SectionKey } from '../section/model';
import { createTimelineEventSchema } from '../timeline/model';
import type { CreateTimelineEvent } from '../timeline/model';
import { importSourceSchema } from './provenance';

/** @public */
export const importPostmortemSchema = createPostmortemSchema.extend({
  importKey: lineSchema(LIMITS.title),
  source: importSourceSchema.optional(),
  status: statusSchema.default('draft'),
  publishedAt: timestampSchema.optional(),
  meetingHeldAt: timestampSchema.optional(),
  ownerAcknowledgedAt: timestampSchema.optional(),
  sections: z
    .partialRecord(sectionKeySchema, markdownSchema(LIMITS.sectionMarkdown))
    .default({}),
  timeline: z
    .array(createTimelineEventSchema)
    .max(LIMITS.timelineEvents)
    .default([]),
  contributingFactors: z
    .array(createContributingFactorSchema)
    .max(LIMITS.contributingFactors)
    .default([]),
  actionItems: z
    .array(
      createActionItemSchema.extend({ closedAt: timestampSchema.optional() }),
    )
    .max(LIMITS.actionItems)
    .default([]),
  noActionItemsReason: noActionItemsReasonSchema.optional(),
  waiver: waiverSchema.omit({ grantedAt: true }).strict().optional(),
  extension: extensionSchema.omit({ grantedAt: true }).strict().optional(),
});

/**
 * A postmortem with its history, imported from another system. `importKey` makes the import
 * idempotent: a second import with the same key has no effect.
 *
 * `publishedAt`, `meetingHeldAt`, `ownerAcknowledgedAt`, `waiver` and `extension` are claims until
 * someone independent confirms them.
 *
 * @public
 */
export interface ImportPostmortem extends CreatePostmortem {
  importKey: string;
  source?: string;
  status?: Status;
  publishedAt?: string;
  meetingHeldAt?: string;
  ownerAcknowledgedAt?: string;
  sections?: Partial<Record<SectionKey, string>>;
  timeline?: CreateTimelineEvent[];
  contributingFactors?: CreateContributingFactor[];
  actionItems?: {
    title: string;
    kind: ActionItemKind;
    priority: ActionItemPriority;
    description?: string;
    status?: ActionItemStatus;
    ownerRef?: string;
    dueAt?: string;
    statusReason?: string;
    dueReason?: string;
    closedAt?: string;
  }[];
  noActionItemsReason?: string;
  waiver?: { reason: string; approverRef: string; expiresAt?: string };
  extension?: { reason: string; dueAt: string; approverRef: string };
}

/** @public */
export const importResultSchema = objectSchema<ImportResult>(
  z.object({
    id: postmortemIdSchema,
    created: z.boolean().describe('False if the import key already existed'),
  } satisfies Fields<ImportResult>),
);

/** Response of `importPostmortem`. @public */
export interface ImportResult {
  id: string;
  created: boolean;
}

/** @public */
export const confirmImportsSchema = objectSchema<ConfirmImports>(
  z.strictObject({
    items: z
      .array(
        z.strictObject({
          id: postmortemIdSchema,
          revision: revisionSchema.optional(),
        }),
      )
      .min(1)
      .max(LIMITS.pageSize),
    reason: lineSchema(LIMITS.reason)
      .optional()
      .describe('For example how the import was checked. Shown in the history'),
  } satisfies Fields<ConfirmImports>),
);

/**
 * The imports to confirm. If `revision` is set, the confirmation fails if the postmortem has
 * changed since.
 *
 * @public
 */
export interface ConfirmImports {
  items: { id: string; revision?: number }[];
  reason?: string;
}

/** @public */
export const confirmImportsResultSchema = objectSchema<ConfirmImportsResult>(
  z.object({
    results: z.array(
      z.object({
        id: postmortemIdSchema,
        postmortem: postmortemSummarySchema.optional(),
        error: z.object({ name: z.string(), message: z.string() }).optional(),
      }),
    ),
  } satisfies Fields<ConfirmImportsResult>),
);

/**
 * The result for each import: the confirmed postmortem, or the error.
 *
 * @public
 */
export interface ConfirmImportsResult {
  results: {
    id: string;
    postmortem?: PostmortemSummary;
    error?: { name: string; message: string };
  }[];
}
