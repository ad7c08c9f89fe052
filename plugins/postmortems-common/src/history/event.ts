import { z } from 'zod';
import { actionItemIdSchema } from '../actionItem/model';
import { postmortemIdSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { visibilitySchema } from '../postmortem/visibility';
import type { Visibility } from '../postmortem/visibility';
import { historyActionSchema, historyEntrySchema } from './model';

/**
 * Topic in the portal's events service for all changes to postmortems.
 *
 * @public
 */
export const POSTMORTEMS_TOPIC = 'postmortems';

/**
 * Signals channel that tells open screens to reload.
 *
 * @public
 */
export const POSTMORTEMS_CHANNEL = 'postmortems';

/** @public */
export const postmortemEventSchema = historyEntrySchema
  .omit({ id: true, action: true })
  .extend({
    id: z.uuid(),
    action: z.enum([...historyActionSchema.options, 'deleted']),
    postmortemId: postmortemIdSchema,
    actionItemId: actionItemIdSchema.optional(),
    visibility: visibilitySchema.describe(
      'Visibility of the postmortem after the change',
    ),
  });

/**
 * An event on the `postmortems` topic: a history entry with its postmortem. Leaves out all texts,
 * and for restricted postmortems all values; subscribers can load those from the API. Delivered at
 * least once, with a stable `id`.
 *
 * @public
 */
export interface PostmortemEvent {
  at: string;
  actorRef: string;
  field?: string;
  before?: unknown;
  after?: unknown;
  reason?: string;
  restoredFrom?: string;
  id: string;
  action:
    | 'imported'
    | 'deleted'
    | 'import-confirmed'
    | 'restored'
    | 'review-dismissed'
    | 'created'
    | 'replacement-created'
    | 'redacted'
    | 'publication-claimed'
    | 'waiver-claimed'
    | 'extension-claimed'
    | 'acknowledgement-claimed'
    | 'meeting-claimed'
    | 'field-changed'
    | 'severity-changed'
    | 'still-ongoing'
    | 'status-changed'
    | 'owner-changed'
    | 'owner-acknowledged'
    | 'owner-handed-over'
    | 'teams-changed'
    | 'deadline-changed'
    | 'section-changed'
    | 'section-restored'
    | 'timeline-event-added'
    | 'timeline-event-changed'
    | 'timeline-event-removed'
    | 'contributing-factor-added'
    | 'contributing-factor-changed'
    | 'contributing-factor-removed'
    | 'contributing-factor-merged'
    | 'action-item-added'
    | 'action-item-changed'
    | 'action-item-removed'
    | 'waiver-granted'
    | 'waiver-withdrawn'
    | 'waiver-expired'
    | 'extension-granted'
    | 'extension-withdrawn'
    | 'reviewers-changed'
    | 'review-approved'
    | 'review-changes-requested'
    | 'review-lapsed'
    | 'announced'
    | 'meeting-changed'
    | 'comment-added'
    | 'comment-changed'
    | 'comment-resolved'
    | 'comment-reopened'
    | 'comment-removed'
    | 'source-fact-differed'
    | 'source-fact-kept'
    | 'source-data-left-out'
    | 'incident-covered'
    | 'postmortem-merged'
    | 'merged-into'
    | 'merge-undone';
  postmortemId: string;
  actionItemId?: string;
  visibility: Visibility;
}

/** @public */
export const postmortemSignalSchema = objectSchema<PostmortemSignal>(
  z.object({
    type: z.enum(['postmortem', 'action-item', 'presence']),
    postmortemId: postmortemIdSchema,
  } satisfies Fields<PostmortemSignal>),
);

/**
 * Tells open screens that a postmortem, its action items or its list of active editors changed.
 *
 * @public
 */
export interface PostmortemSignal {
  type: 'postmortem' | 'action-item' | 'presence';
  postmortemId: string;
}
