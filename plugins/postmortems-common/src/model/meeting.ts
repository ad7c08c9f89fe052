/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { z } from 'zod';
import {
  entityRefSchema,
  postmortemIdSchema,
  timestampSchema,
} from './primitives';
import { actionItemIdSchema } from './actionItem';
import { commentAnchorSchema } from './comment';
import { LIMITS } from './limits';
import { linkSchema } from './link';
import { publicationRequirementKeySchema } from './publication';

const fields = {
  scheduledFor: timestampSchema.optional(),
  durationMinutes: z.int().min(5).max(600),
  heldAt: timestampSchema
    .optional()
    .describe('When it was held; the same as meetingHeldAt'),
  url: linkSchema.shape.url.optional().describe('Where to join'),
  attendeeRefs: z.array(entityRefSchema).max(LIMITS.attendees),
};

/**
 * The meeting that goes through the postmortem.
 *
 * @public
 */
export const meetingSchema = z.object({
  ...fields,
  afterDeadline: z
    .boolean()
    .describe('Whether it is planned for after the deadline of the postmortem'),
});

/** @public */
export type Meeting = z.infer<typeof meetingSchema>;

/**
 * The whole meeting anew: what is left out is none.
 *
 * @public
 */
export const putMeetingSchema = z.strictObject({
  ...fields,
  durationMinutes: fields.durationMinutes.default(60),
  attendeeRefs: fields.attendeeRefs.default([]),
});

/** What a caller sends; optional fields may be left out. @public */
export type PutMeeting = z.input<typeof putMeetingSchema>;

/**
 * Something the meeting has to settle.
 *
 * @public
 */
export const agendaItemSchema = z.discriminatedUnion('kind', [
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

/** @public */
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/**
 * The open questions of a postmortem: what is missing before it can be published, action items
 * nobody has committed to or declined, and comments not resolved.
 *
 * @public
 */
export const agendaSchema = z.object({
  postmortemId: postmortemIdSchema,
  items: z.array(agendaItemSchema),
});

/** @public */
export type Agenda = z.infer<typeof agendaSchema>;
