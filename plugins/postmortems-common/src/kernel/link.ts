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
 * A web link with an optional title. Only `http` and `https`, so that it is safe to render.
 * Requests use it with `.strict()`, which rejects unknown fields, while readers of responses
 * tolerate fields of later versions.
 *
 * @public
 */
export interface Link {
  url: string;
  title?: string;
}
