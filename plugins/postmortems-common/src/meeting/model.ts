import { z } from 'zod';
import { actionItemIdSchema } from '../actionItem/model';
import { commentAnchorSchema } from '../comment/model';
import { LIMITS } from '../kernel/limits';
import { linkSchema } from '../kernel/link';
import {
  entityRefSchema,
  lineSchema,
  postmortemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';
import { publicationRequirementKeySchema } from '../postmortem/publicationRequirements';
import type { PublicationRequirementKey } from '../postmortem/publicationRequirements';

const fields = {
  scheduledFor: timestampSchema.optional(),
  durationMinutes: z.int().min(5).max(600),
  heldAt: timestampSchema
    .optional()
    .describe('When it was held. Same as meetingHeldAt'),
  url: linkSchema.shape.url.optional().describe('URL to join'),
  attendeeRefs: z.array(entityRefSchema).max(LIMITS.attendees),
};

/** @public */
export const meetingSchema = objectSchema<Meeting>(
  z.object({
    ...fields,
    afterDeadline: z
      .boolean()
      .describe('Whether it is scheduled after the deadline'),
  } satisfies Fields<Meeting>),
);

/**
 * The review meeting.
 *
 * @public
 */
export interface Meeting {
  scheduledFor?: string;
  durationMinutes: number;
  heldAt?: string;
  url?: string;
  attendeeRefs: string[];
  afterDeadline: boolean;
}

/**
 * Replaces the whole meeting. Omitted fields are cleared.
 *
 * @public
 */
export const putMeetingSchema = objectSchema<
  WithDefaults<PutMeeting, 'durationMinutes' | 'attendeeRefs'>,
  PutMeeting
>(
  z.strictObject({
    ...fields,
    durationMinutes: fields.durationMinutes.default(60),
    attendeeRefs: fields.attendeeRefs.default([]),
    reason: lineSchema(LIMITS.reason)
      .optional()
      .describe(
        'Required if changing heldAt improves compliance. Shown in the history and the exceptions report',
      ),
  } satisfies Fields<PutMeeting>),
);

/**
 * Request body of `putMeeting`. Omitted fields are cleared.
 *
 * @public
 */
export interface PutMeeting {
  scheduledFor?: string;
  durationMinutes?: number;
  heldAt?: string;
  url?: string;
  attendeeRefs?: string[];
  reason?: string;
}

/** @public */
export const agendaItemSchema: z.ZodType<AgendaItem, AgendaItem> =
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('missing'),
      key: publicationRequirementKeySchema,
    }),
    z.object({
      kind: z.literal('proposed-action-item'),
      actionItemId: actionItemIdSchema,
      title: z.string(),
    }),
    z.object({
      kind: z.literal('open-comment'),
      commentId: z.string(),
      anchor: commentAnchorSchema.optional(),
      authorRef: entityRefSchema,
      markdown: z.string(),
    }),
  ]);

/**
 * An agenda item for the meeting.
 *
 * @public
 */
export type AgendaItem =
  | { kind: 'missing'; key: PublicationRequirementKey }
  | { kind: 'proposed-action-item'; actionItemId: string; title: string }
  | {
      kind: 'open-comment';
      commentId: string;
      authorRef: string;
      markdown: string;
      anchor?: string;
    };

/** @public */
export const agendaSchema = objectSchema<Agenda>(
  z.object({
    postmortemId: postmortemIdSchema,
    items: z.array(agendaItemSchema),
  } satisfies Fields<Agenda>),
);

/**
 * The open questions about a postmortem: missing requirements for publishing, undecided action
 * items and unresolved comments.
 *
 * @public
 */
export interface Agenda {
  postmortemId: string;
  items: AgendaItem[];
}
