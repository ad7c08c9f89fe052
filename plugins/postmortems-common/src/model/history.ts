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
import { itemIdSchema, timestampSchema } from './primitives';

/**
 * What kind of change a history entry records.
 *
 * @public
 */
export const historyActionSchema = z.enum([
  'created',
  'imported',
  'field-changed',
  'severity-changed',
  'status-changed',
  'owner-changed',
  'owner-acknowledged',
  'owner-handed-over',
  'teams-changed',
  'deadline-changed',
  'section-changed',
  'timeline-event-added',
  'timeline-event-changed',
  'timeline-event-removed',
  'contributing-factor-added',
  'contributing-factor-changed',
  'contributing-factor-removed',
  'action-item-added',
  'action-item-changed',
  'action-item-removed',
  'waiver-granted',
  'waiver-withdrawn',
  'extension-granted',
  'extension-withdrawn',
  'reviewers-changed',
  'review-approved',
  'review-changes-requested',
  'announced',
  'meeting-changed',
  'comment-added',
  'comment-changed',
  'comment-resolved',
  'comment-reopened',
  'comment-removed',
  'source-fact-differed',
  'source-fact-kept',
  'incident-covered',
]);

/** @public */
export type HistoryAction = z.infer<typeof historyActionSchema>;

/**
 * One change: who, when, what, from what to what, and why. `field` names the field, section or
 * item that changed; `before` and `after` are its JSON values.
 *
 * @public
 */
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
});

/** @public */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
