import { z } from 'zod';
import { timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';
import { incidentSourceIdSchema } from './model';

/**
 * The postmortem facts that an incident source can report.
 *
 * @public
 */
export const sourceFactFieldSchema = z.enum([
  'title',
  'outcome',
  'startedAt',
  'mitigatedAt',
  'resolvedAt',
  'severityHistory',
  'entityRefs',
  'commanderRef',
  'contributors',
  'links',
  'visibility',
]);

/** @public */
export type SourceFactField = z.infer<typeof sourceFactFieldSchema>;

/**
 * How a fact in the postmortem relates to the source's value:
 * - `same`: both are equal, and the postmortem follows the source
 * - `edited`: a person changed it in the postmortem, and the source hasn't changed it since
 * - `differs`: both changed, and a person must choose
 *
 * @public
 */
export const sourceFactStateSchema = z.enum(['same', 'edited', 'differs']);

/** @public */
export type SourceFactState = z.infer<typeof sourceFactStateSchema>;

/** @public */
export const sourceFactSchema = objectSchema<SourceFact>(
  z.object({
    field: sourceFactFieldSchema,
    source: incidentSourceIdSchema,
    sourceTitle: z.string(),
    value: z
      .unknown()
      .optional()
      .describe(
        "The source's value, in the format of the postmortem's field; missing if it has none",
      ),
    at: timestampSchema
      .optional()
      .describe('When the source got this value, if known'),
    state: sourceFactStateSchema,
  } satisfies Fields<SourceFact>),
);

/**
 * The source's value of a fact.
 *
 * @public
 */
export interface SourceFact {
  field: SourceFactField;
  source: string;
  sourceTitle: string;
  value?: unknown;
  at?: string;
  state: SourceFactState;
}

/** @public */
export const chooseSourceFactSchema = objectSchema<ChooseSourceFact>(
  z.strictObject({
    choose: z
      .enum(['source', 'current'])
      .describe("Whether to use the source's value or keep the postmortem's"),
  } satisfies Fields<ChooseSourceFact>),
);

/** Request body of `chooseSourceFact`. @public */
export interface ChooseSourceFact {
  choose: 'source' | 'current';
}
