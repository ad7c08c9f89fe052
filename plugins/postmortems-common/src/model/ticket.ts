/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { z } from 'zod';
import { LIMITS } from './limits';
import { lineSchema, timestampSchema } from './primitives';

/**
 * The name of a ticket tracker, such as `github` or `jira`.
 *
 * @public
 */
export const trackerIdSchema = z
  .string()
  .max(63)
  .regex(/^[a-z][a-z0-9-]*$/, {
    error: 'must be the id of a ticket tracker such as github',
  });

/**
 * A system that tickets can be made in.
 *
 * @public
 */
export const trackerSchema = z.object({
  id: trackerIdSchema,
  title: z.string().describe('Its name for people, such as GitHub Issues'),
});

/** @public */
export type Tracker = z.infer<typeof trackerSchema>;

/** @public */
export const ticketStatusSchema = z.enum(['open', 'closed']);

/** @public */
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/**
 * The ticket that stands for an action item in a tracker. `key` is missing until the tracker has
 * answered for the first time. `sync` tells how the two stand: `ok` when last they agreed,
 * `pending` while something is under way, `failed` with the reason in `error`.
 *
 * @public
 */
export const ticketSchema = z.object({
  tracker: trackerIdSchema,
  key: z.string().optional().describe('Such as acme/shop#12 or OPS-7'),
  url: z.string().optional(),
  status: ticketStatusSchema.optional(),
  statusName: z
    .string()
    .optional()
    .describe("The tracker's own word for its status, such as In Review"),
  syncedAt: timestampSchema
    .optional()
    .describe('When the tracker last answered'),
  sync: z.enum(['ok', 'pending', 'failed']),
  error: z.string().optional().describe('Why the last attempt failed'),
  nextAttemptAt: timestampSchema
    .optional()
    .describe('When it is tried again; without one only on demand'),
});

/** @public */
export type Ticket = z.infer<typeof ticketSchema>;

/**
 * Which ticket an action item gets: an existing one by its `url`, or a new one, in `tracker` or
 * else in that of the owning team.
 *
 * @public
 */
export const putTicketSchema = z
  .strictObject({
    tracker: trackerIdSchema.optional(),
    url: lineSchema(LIMITS.url)
      .describe('Address of an existing ticket')
      .optional(),
  })
  .refine(({ tracker, url }) => !(tracker && url), {
    error: 'must have tracker, for a new ticket, or url, for one that exists',
  });

/** @public */
export type PutTicket = z.infer<typeof putTicketSchema>;
