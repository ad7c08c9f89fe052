import { z } from 'zod';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * The parts of a postmortem that are searched, weightiest first.
 *
 * @public
 */
export const SEARCHED_PARTS = [
  'title',
  'labels',
  'facts',
  'section',
  'timeline-event',
  'contributing-factor',
  'action-item',
  'review',
  'comment',
] as const;

/** A part of a postmortem that is searched. @public */
export type SearchedPart = (typeof SEARCHED_PARTS)[number];

/** @public */
export const searchSnippetSchema = objectSchema<SearchSnippet>(
  z.object({
    part: z.enum(SEARCHED_PARTS).describe('The part that matches best'),
    key: z
      .string()
      .optional()
      .describe(
        'Which one: the key of a section, an action item such as A3, the id of another item, or the reviewer',
      ),
    segments: z
      .array(
        z.object({ text: z.string(), isMatch: z.literal(true).optional() }),
      )
      .describe(
        'Consecutive pieces of plain text. Those that match are marked',
      ),
  } satisfies Fields<SearchSnippet>),
);

/**
 * Where a search found its words in a postmortem.
 *
 * @public
 */
export interface SearchSnippet {
  part: SearchedPart;
  key?: string;
  segments: { text: string; isMatch?: true }[];
}
