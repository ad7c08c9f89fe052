import { z } from 'zod';
import { LIMITS } from './limits';
import { lineSchema } from './primitives';
import type { Fields } from './schema';

/** @public */
export const linkSchema = z.object({
  url: z
    .url({
      protocol: /^https?$/,
      error: 'must be an http or https URL',
    })
    .max(LIMITS.url),
  title: lineSchema(LIMITS.title).optional(),
} satisfies Fields<Link>);

/**
 * A web link with an optional title. Only `http` and `https`, so it is safe to render. Requests use
 * it with `.strict()` to reject unknown fields; response readers accept fields that later versions
 * add.
 *
 * @public
 */
export interface Link {
  url: string;
  title?: string;
}
