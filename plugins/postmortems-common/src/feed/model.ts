import { z } from 'zod';
import {
  entityRefSchema,
  itemIdSchema,
  timestampSchema,
} from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/** @public */
export const createFeedSchema = objectSchema<CreateFeed>(
  z
    .strictObject({
      teamRef: entityRefSchema
        .optional()
        .describe('Only postmortems of this team and its sub-teams'),
      entityRef: entityRefSchema
        .optional()
        .describe('Only postmortems that affect this entity'),
    } satisfies Fields<CreateFeed>)
    .refine(({ teamRef, entityRef }) => !teamRef || !entityRef, {
      error: 'must have at most one of teamRef and entityRef',
    }),
);

/**
 * What a new feed contains: the postmortems of a team, of an entity, or all.
 *
 * @public
 */
export interface CreateFeed {
  teamRef?: string;
  entityRef?: string;
}

const feedFields = {
  id: itemIdSchema,
  teamRef: entityRefSchema.optional(),
  entityRef: entityRefSchema.optional(),
  createdAt: timestampSchema,
} satisfies Fields<Feed>;

/** An Atom feed of published postmortems. @public */
export interface Feed {
  id: string;
  teamRef?: string;
  entityRef?: string;
  createdAt: string;
}

/** @public */
export const createdFeedSchema = objectSchema<CreatedFeed>(
  z.object({
    ...feedFields,
    url: z
      .string()
      .describe(
        'Address with a secret token. It is returned only once and cannot be read again',
      ),
  } satisfies Fields<CreatedFeed>),
);

/** A new feed with its address. @public */
export interface CreatedFeed extends Feed {
  url: string;
}

/** @public */
export const feedsSchema = objectSchema<Feeds>(
  z.object({
    enabled: z.boolean().describe('Whether the portal serves feeds'),
    items: z.array(z.object(feedFields)).describe('Your feeds, newest first'),
  } satisfies Fields<Feeds>),
);

/** The caller's feeds. @public */
export interface Feeds {
  enabled: boolean;
  items: Feed[];
}
