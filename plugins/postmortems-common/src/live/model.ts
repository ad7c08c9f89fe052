import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { objectSchema } from '../kernel/schema';
import type { Fields, WithDefaults } from '../kernel/schema';

/** The name of the shared Yjs text (`Y.Text`) that holds a section's Markdown. @public */
export const LIVE_TEXT = 'markdown';

/** The largest integer that PostgreSQL's `integer` holds. */
const MAX_INTEGER = 2 ** 31 - 1;

const generationSchema = z
  .int()
  .min(0)
  .max(MAX_INTEGER)
  .describe(
    'Version of the document, 0 if there is none. When it changes, clients start again with the new document',
  );

const sequenceSchema = z.int().min(0).max(MAX_INTEGER);

const numberInQuery = z.coerce
  .number<number | undefined>()
  .int()
  .min(0)
  .max(MAX_INTEGER)
  .default(0);

/** Base64 has 4 characters for 3 bytes. */
const updateSchema = z
  .base64({ error: 'must be a Yjs update (version 1) in Base64' })
  .min(1)
  .max(Math.ceil(LIMITS.liveUpdateBytes / 3) * 4, {
    error: `must be at most ${LIMITS.liveUpdateBytes} bytes in Base64`,
  });

/** @public */
export const listLiveUpdatesQuerySchema = objectSchema<
  WithDefaults<ListLiveUpdatesQuery, 'generation' | 'since'>,
  ListLiveUpdatesQuery
>(
  z.strictObject({
    generation: numberInQuery.describe('The generation that the client has'),
    since: numberInQuery.describe(
      'The sequence number up to which the client has all updates',
    ),
  } satisfies Fields<WithDefaults<ListLiveUpdatesQuery, 'generation' | 'since'>>),
);

/**
 * Query of `listLiveUpdates`. If the document has another generation, all updates are returned.
 *
 * @public
 */
export interface ListLiveUpdatesQuery {
  generation?: number;
  since?: number;
}

/** @public */
export const liveUpdatesSchema = objectSchema<LiveUpdates>(
  z.object({
    generation: generationSchema,
    sequence: sequenceSchema.describe(
      'Number of the latest update, for the next request',
    ),
    updates: z
      .array(z.base64())
      .describe('Yjs updates in Base64, in any order and possibly known'),
  } satisfies Fields<LiveUpdates>),
);

/**
 * Changes of a section's live document. A client that applies them to what it has, and keeps its
 * own changes, has the same document as everyone.
 *
 * @public
 */
export interface LiveUpdates {
  generation: number;
  sequence: number;
  updates: string[];
}

/** @public */
export const addLiveUpdateSchema = objectSchema<AddLiveUpdate>(
  z.strictObject({
    generation: generationSchema,
    update: updateSchema.describe(
      `Yjs update (version 1) in Base64, which may only change the text "${LIVE_TEXT}"`,
    ),
  } satisfies Fields<AddLiveUpdate>),
);

/**
 * A change of a section's live document. Sending it again has no effect.
 *
 * @public
 */
export interface AddLiveUpdate {
  generation: number;
  update: string;
}

/** @public */
export const storedLiveUpdateSchema = objectSchema<StoredLiveUpdate>(
  z.object({
    generation: generationSchema,
    sequence: sequenceSchema.describe('Number of the latest update'),
  } satisfies Fields<StoredLiveUpdate>),
);

/**
 * Confirms that an update is stored.
 *
 * @public
 */
export interface StoredLiveUpdate {
  generation: number;
  sequence: number;
}
