import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import {
  entityRefSchema,
  lineSchema,
  revisionSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/** @public */
export const publicationSchema = objectSchema<Publication>(
  z.object({
    at: timestampSchema,
    by: z.string().optional().describe('Who published it, if known'),
    contentRevision: revisionSchema.describe('The published contentRevision'),
    approvedBy: z
      .array(entityRefSchema)
      .optional()
      .describe('Independent people who approved it, if known'),
    reopened: z
      .object({
        at: timestampSchema,
        by: z.string(),
        reason: lineSchema(LIMITS.reason),
      })
      .optional(),
  } satisfies Fields<Publication>),
);

/**
 * One publication of a postmortem. To edit a published postmortem, reopen it with a reason and
 * publish it again.
 *
 * @public
 */
export interface Publication {
  at: string;
  by?: string;
  contentRevision: number;
  approvedBy?: string[];
  reopened?: { at: string; by: string; reason: string };
}
