import { z } from 'zod';
import { anyOf, pageParameters } from '../kernel/listing';
import type { PageParameters } from '../kernel/listing';
import { itemIdSchema, timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';

/**
 * What a history entry records.
 *
 * @public
 */
export const historyActionSchema = z.enum([
  'created',
  'replacement-created',
  'restored',
  'redacted',
  'imported',
  'publication-claimed',
  'waiver-claimed',
  'extension-claimed',
  'acknowledgement-claimed',
  'meeting-claimed',
  'import-confirmed',
  'field-changed',
  'severity-changed',
  'still-ongoing',
  'status-changed',
  'owner-changed',
  'owner-acknowledged',
  'owner-handed-over',
  'teams-changed',
  'deadline-changed',
  'section-changed',
  'section-restored',
  'timeline-event-added',
  'timeline-event-changed',
  'timeline-event-removed',
  'contributing-factor-added',
  'contributing-factor-changed',
  'contributing-factor-removed',
  'contributing-factor-merged',
  'action-item-added',
  'action-item-changed',
  'action-item-removed',
  'waiver-granted',
  'waiver-withdrawn',
  'waiver-expired',
  'extension-granted',
  'extension-withdrawn',
  'reviewers-changed',
  'review-approved',
  'review-changes-requested',
  'review-dismissed',
  'review-lapsed',
  'announced',
  'meeting-changed',
  'comment-added',
  'comment-changed',
  'comment-resolved',
  'comment-reopened',
  'comment-removed',
  'source-fact-differed',
  'source-fact-kept',
  'source-data-left-out',
  'incident-covered',
  'postmortem-merged',
  'merged-into',
  'merge-undone',
]);

/** @public */
export type HistoryAction = z.infer<typeof historyActionSchema>;

/** @public */
export const historyEntrySchema = z.object({
  id: itemIdSchema,
  at: timestampSchema,
  actorRef: z
    .string()
    .describe(
      'A user entity reference, or the name of a service such as plugin:postmortems',
    ),
  action: historyActionSchema,
  field: z.string().optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  reason: z.string().optional(),
  restoredFrom: timestampSchema.optional(),
} satisfies Fields<HistoryEntry>);

/**
 * A recorded change: who, when, what and why. `field` is the changed field, section or item;
 * `before` and `after` are its JSON values.
 *
 * @public
 */
export interface HistoryEntry {
  id: string;
  at: string;
  actorRef: string;
  action: HistoryAction;
  field?: string;
  before?: unknown;
  after?: unknown;
  reason?: string;
  /** When the restored text was last current. */
  restoredFrom?: string;
}

/** @public */
export const historyQuerySchema = objectSchema<
  WithDefaults<HistoryQuery, 'limit' | 'totalItems'>,
  HistoryQuery
>(
  z.strictObject({
    action: anyOf(historyActionSchema),
    ...pageParameters,
  } satisfies Fields<HistoryQuery>),
);

/** Query parameters of `listHistory`. @public */
export interface HistoryQuery extends PageParameters {
  action?: HistoryAction[];
}
