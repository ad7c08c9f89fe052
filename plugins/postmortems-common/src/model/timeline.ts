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
  itemIdSchema,
  markdownSchema,
  revisionSchema,
  timestampSchema,
} from './primitives';
import { LIMITS } from './limits';
import { linkSchema } from './link';

/**
 * What a timeline event was about; drives its icon, never its meaning.
 *
 * @public
 */
export const timelineEventKindSchema = z.enum([
  'detection',
  'diagnosis',
  'action',
  'communication',
  'note',
]);

/** @public */
export type TimelineEventKind = z.infer<typeof timelineEventKindSchema>;

const fields = {
  occurredAt: timestampSchema,
  kind: timelineEventKindSchema,
  text: markdownSchema(LIMITS.itemMarkdown).refine(t => t.trim() !== '', {
    error: 'must not be empty',
  }),
  link: linkSchema.optional(),
};

/**
 * Something that happened during the incident or the response to it.
 *
 * @public
 */
export const timelineEventSchema = z.object({
  id: itemIdSchema,
  ...fields,
  revision: revisionSchema,
});

/** @public */
export type TimelineEvent = z.infer<typeof timelineEventSchema>;

/** @public */
export const createTimelineEventSchema = z.strictObject({
  ...fields,
  kind: fields.kind.default('note'),
  link: linkSchema.strict().optional(),
});

/** @public */
export type CreateTimelineEvent = z.input<typeof createTimelineEventSchema>;

/** @public */
export const updateTimelineEventSchema = z
  .strictObject({ ...fields, link: linkSchema.strict().nullable() })
  .partial();

/** @public */
export type UpdateTimelineEvent = z.infer<typeof updateTimelineEventSchema>;
