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
import { actionItemIdSchema } from './actionItem';
import { historyActionSchema, historyEntrySchema } from './history';
import { visibilitySchema } from './visibility';
import { postmortemIdSchema } from './primitives';

/**
 * The topic of the portal's events service on which every change is told.
 *
 * @public
 */
export const POSTMORTEMS_TOPIC = 'postmortems';

/**
 * The channel of signals that tells open screens to load anew.
 *
 * @public
 */
export const POSTMORTEMS_CHANNEL = 'postmortems';

/**
 * A change as told on the topic `postmortems`: an entry of the history, with what it belongs to.
 * Texts are left out, and of a restricted postmortem all values; who needs them asks the API.
 * Each is told at least once: told again, it has the same `id`.
 *
 * @public
 */
export const postmortemEventSchema = historyEntrySchema
  .omit({ id: true, action: true })
  .extend({
    id: z.uuid(),
    action: z.enum([...historyActionSchema.options, 'deleted']),
    postmortemId: postmortemIdSchema,
    actionItemId: actionItemIdSchema.optional(),
    visibility: visibilitySchema.describe(
      'Of the postmortem, after the change',
    ),
  });

/** @public */
export type PostmortemEvent = z.infer<typeof postmortemEventSchema>;

/**
 * What open screens are told: something about this postmortem, or its action items, changed.
 *
 * @public
 */
export const postmortemSignalSchema = z.object({
  type: z.enum(['postmortem', 'action-item']),
  postmortemId: postmortemIdSchema,
});

/** @public */
export type PostmortemSignal = z.infer<typeof postmortemSignalSchema>;
