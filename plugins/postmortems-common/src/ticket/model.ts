import { z } from 'zod';
import { LIMITS } from '../kernel/limits';
import { lineSchema, timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/**
 * The id of a ticket tracker, such as `github` or `jira`.
 *
 * @public
 */
export const trackerIdSchema = z
  .string()
  .max(63)
  .regex(/^[a-z][a-z0-9-]*$/, {
    error: 'must be the id of a ticket tracker such as github',
  });

/** @public */
export const trackerSchema = objectSchema<Tracker>(
  z.object({
    id: trackerIdSchema,
    title: z.string().describe('Display name, such as GitHub Issues'),
  } satisfies Fields<Tracker>),
);

/**
 * A ticket tracker.
 *
 * @public
 */
export interface Tracker {
  id: string;
  title: string;
}

/** @public */
export const ticketStatusSchema = z.enum(['open', 'closed']);

/** @public */
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/** @public */
export const ticketSchema = objectSchema<Ticket>(
  z.object({
    tracker: trackerIdSchema,
    key: z
      .string()
      .optional()
      .describe("The tracker's key, such as acme/shop#12 or OPS-7"),
    url: z.string().optional(),
    status: ticketStatusSchema.optional(),
    statusName: z
      .string()
      .optional()
      .describe("The tracker's own status name, such as In Review"),
    syncedAt: timestampSchema
      .optional()
      .describe('When the tracker last responded'),
    sync: z.enum(['ok', 'pending', 'failed']),
    error: z.string().optional().describe('Error of the last attempt'),
    nextAttemptAt: timestampSchema
      .optional()
      .describe('When it is retried; if missing, it is only retried on demand'),
  } satisfies Fields<Ticket>),
);

/**
 * The ticket of an action item. `key` is undefined until the tracker first responds. `sync` is `ok`
 * if ticket and action item agreed when last compared, `pending` during a sync, and `failed` with
 * the reason in `error`.
 *
 * @public
 */
export interface Ticket {
  tracker: string;
  key?: string;
  url?: string;
  status?: TicketStatus;
  statusName?: string;
  syncedAt?: string;
  sync: 'ok' | 'pending' | 'failed';
  error?: string;
  nextAttemptAt?: string;
}

/** @public */
export const putTicketSchema = objectSchema<PutTicket>(
  z
    .strictObject({
      tracker: trackerIdSchema.optional(),
      url: lineSchema(LIMITS.url)
        .describe('URL of an existing ticket')
        .optional(),
    } satisfies Fields<PutTicket>)
    .refine(({ tracker, url }) => !(tracker && url), {
      error:
        'must have either tracker (create a ticket) or url (link an existing one)',
    }),
);

/**
 * The ticket for an action item: either an existing one, by `url`, or a new one in `tracker`, which
 * defaults to the owning team's tracker.
 *
 * @public
 */
export interface PutTicket {
  tracker?: string;
  url?: string;
}
