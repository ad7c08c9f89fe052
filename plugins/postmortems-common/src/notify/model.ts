import { z } from 'zod';
import { actionItemKeySchema } from '../actionItem/model';
import { postmortemIdSchema, timestampSchema } from '../kernel/primitives';
import { objectSchema } from '../kernel/schema';
import type { Fields } from '../kernel/schema';

/** @public */
export const putSnoozeSchema = objectSchema<PutSnooze>(
  z.strictObject({
    until: timestampSchema
      .nullable()
      .describe('End of the snooze; null ends it now'),
    actionItem: actionItemKeySchema
      .optional()
      .describe("An action item. Default: the postmortem's deadline"),
  } satisfies Fields<PutSnooze>),
);

/**
 * Snoozes the caller's reminders about a postmortem's deadline or one of its action items. If the
 * work is still open when the snooze ends, one reminder is sent.
 *
 * @public
 */
export interface PutSnooze {
  until: string | null;
  actionItem?: string;
}

/** @public */
export const snoozesSchema = objectSchema<Snoozes>(
  z.object({
    items: z.array(
      z.object({
        postmortemId: postmortemIdSchema,
        actionItem: actionItemKeySchema.optional(),
        until: timestampSchema,
      }),
    ),
  } satisfies Fields<Snoozes>),
);

/**
 * The caller's snoozed reminders.
 *
 * @public
 */
export interface Snoozes {
  items: { postmortemId: string; until: string; actionItem?: string }[];
}
