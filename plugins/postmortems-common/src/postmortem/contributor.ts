import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { entityRefSchema, lineSchema } from '../kernel/primitives';
import type { Fields } from '../kernel/schema';

/** @public */
export const contributorSchema = z.object({
  userRef: entityRefSchema,
  role: lineSchema(LIMITS.contributorRole).describe(
    'For example responder, scribe or customer support',
  ),
} satisfies Fields<Contributor>);

/** Someone who took part in the response, with their role. @public */
export interface Contributor {
  userRef: string;
  role: string;
}
