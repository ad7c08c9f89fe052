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
import { markdownSchema, revisionSchema, timestampSchema } from './primitives';
import { LIMITS } from './limits';

/**
 * The written parts of a postmortem, in reading order. `group` says under which heading they
 * stand; a `required` section must have text before the postmortem can be published.
 *
 * Which parts there are follows PagerDuty's postmortem template, with the response split into
 * the aspects that its guide asks about; there is deliberately no "root cause" section
 * (contributing factors are a list of their own).
 *
 * @public
 */
export const SECTIONS = [
  { key: 'summary', group: 'overview', required: true },
  { key: 'impact', group: 'overview', required: true },
  { key: 'what-happened', group: 'incident', required: true },
  { key: 'resolution', group: 'incident', required: true },
  { key: 'went-well', group: 'response', required: false },
  { key: 'went-badly', group: 'response', required: false },
  { key: 'got-lucky', group: 'response', required: false },
  { key: 'detection', group: 'response', required: false },
  { key: 'escalation', group: 'response', required: false },
  { key: 'coordination', group: 'response', required: false },
  { key: 'communication', group: 'response', required: false },
  { key: 'tooling', group: 'response', required: false },
  { key: 'internal-message', group: 'messages', required: false },
  { key: 'external-message', group: 'messages', required: false },
] as const;

/** @public */
export const sectionKeySchema = z.enum(
  SECTIONS.map(s => s.key),
  {
    error: `must be one of ${SECTIONS.map(s => s.key).join(', ')}`,
  },
);

/** @public */
export type SectionKey = z.infer<typeof sectionKeySchema>;

/**
 * One written section. A section nobody has written yet has empty Markdown and revision 0.
 *
 * @public
 */
export const sectionSchema = z.object({
  key: sectionKeySchema,
  markdown: markdownSchema(LIMITS.sectionMarkdown),
  revision: revisionSchema,
  updatedAt: timestampSchema.optional(),
  updatedBy: z.string().optional(),
});

/** @public */
export type Section = z.infer<typeof sectionSchema>;

/** @public */
export const putSectionSchema = z.strictObject({
  markdown: markdownSchema(LIMITS.sectionMarkdown),
});

/** @public */
export type PutSection = z.infer<typeof putSectionSchema>;
