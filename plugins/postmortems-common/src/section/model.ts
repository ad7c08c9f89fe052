import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  itemIdSchema,
  markdownSchema,
  revisionSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * The sections of a postmortem, in reading order. `group` is their heading; publishing fails if a
 * `required` section is empty.
 *
 * Source: PagerDuty's postmortem template, with the response section split by the questions in its
 * guide. There is deliberately no "root cause" section: contributing factors are a separate list.
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

/** @public */
export const sectionSchema = objectSchema<Section>(
  z.object({
    key: sectionKeySchema,
    markdown: markdownSchema(LIMITS.sectionMarkdown),
    revision: revisionSchema,
    updatedAt: timestampSchema.optional(),
    updatedBy: z.string().optional(),
  } satisfies Fields<Section>),
);

/**
 * A section. Until it is first edited, its Markdown is empty and its revision is 0.
 *
 * @public
 */
export interface Section {
  key: SectionKey;
  markdown: string;
  revision: number;
  updatedAt?: string;
  updatedBy?: string;
}

/** @public */
export const putSectionSchema = objectSchema<PutSection>(
  z.strictObject({
    markdown: markdownSchema(LIMITS.sectionMarkdown),
    base: markdownSchema(LIMITS.sectionMarkdown)
      .describe('The Markdown at the revision in If-Match, to merge changes')
      .optional(),
  } satisfies Fields<PutSection>),
);

/** @public */
export const restoreSectionSchema = objectSchema<RestoreSection>(
  z.strictObject({
    entryId: itemIdSchema.describe('A history entry of this section'),
    version: z.enum(['before', 'after']),
  } satisfies Fields<RestoreSection>),
);

/**
 * Restores a section's text from a history entry, from before or after that change.
 *
 * @public
 */
export interface RestoreSection {
  entryId: string;
  version: 'before' | 'after';
}

/**
 * Request body of `putSection`. If the section has changed since the revision in `If-Match`, the
 * edit is merged, using `base`: the Markdown at that revision. Without `base`, or if both sides
 * changed the same lines, the request fails and returns the current section.
 *
 * @public
 */
export interface PutSection {
  markdown: string;
  base?: string;
}
