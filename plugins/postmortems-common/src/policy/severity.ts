import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { lineSchema, timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * A severity id, such as `SEV-1`. Ids and aliases are configurable, so the server validates them
 * and always returns the id.
 *
 * @public
 */
export const severitySchema = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(32, { error: 'must be at most 32 characters' })
  .describe('Severity id or alias, such as SEV-1');

/** @public */
export const severityDefinitionSchema = objectSchema<SeverityDefinition>(
  z.object({
    id: severitySchema,
    rank: z.int().min(1),
    aliases: z.array(z.string()),
  } satisfies Fields<SeverityDefinition>),
);

/**
 * A configured severity; `rank` 1 is the most severe.
 *
 * @public
 */
export interface SeverityDefinition {
  id: string;
  rank: number;
  aliases: string[];
}

/**
 * A step in an incident's severity history, in effect from `at`. `declaredByMistake` marks a step
 * that someone independent corrected. The step stays visible but doesn't count.
 *
 * @public
 */
export const severityChangeSchema = z.object({
  severity: severitySchema,
  at: timestampSchema,
  reason: lineSchema(LIMITS.line).optional(),
  declaredByMistake: z
    .boolean()
    .optional()
    .describe('Corrected by someone independent, so it does not count'),
} satisfies Fields<SeverityChange>);

/** A severity step in a request. Only a correction can set `declaredByMistake`. @public */
export const givenSeverityChangeSchema = severityChangeSchema
  .omit({ declaredByMistake: true })
  .strict();

/**
 * A step in an incident's severity history, in effect from `at`. `declaredByMistake` marks a step
 * that someone independent corrected. The step stays visible but doesn't count.
 *
 * @public
 */
export interface SeverityChange {
  severity: string;
  at: string;
  reason?: string;
  declaredByMistake?: boolean;
}
