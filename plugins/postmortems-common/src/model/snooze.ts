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
import { actionItemKeySchema } from './actionItem';
import { postmortemIdSchema, timestampSchema } from './primitives';

/**
 * Silences the reminders of a postmortem's deadline, or of one of its action items, for whoever
 * calls. Afterwards one comes, if it is still to be done.
 *
 * @public
 */
export const putSnoozeSchema = z.strictObject({
  until: timestampSchema
    .nullable()
    .describe('In the future; null ends the silence'),
  actionItem: actionItemKeySchema
    .optional()
    .describe('Left out: the deadline of the postmortem itself'),
});

/** @public */
export type PutSnooze = z.infer<typeof putSnoozeSchema>;

/**
 * What somebody is not reminded of for now.
 *
 * @public
 */
export const snoozesSchema = z.object({
  items: z.array(
    z.object({
      postmortemId: postmortemIdSchema,
      actionItem: actionItemKeySchema.optional(),
      until: timestampSchema,
    }),
  ),
});

/** @public */
export type Snoozes = z.infer<typeof snoozesSchema>;
