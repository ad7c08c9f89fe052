import { z } from 'zod';
import { LIMITS } from './limits';

/**
 * A point in time: ISO 8601 with an offset in requests, UTC in responses.
 *
 * @public
 */
export const timestampSchema = z.iso
  .datetime({
    offset: true,
    error:
      'must be an ISO 8601 time with an offset, such as 2026-03-12T09:14:00Z',
  })
  .refine(hasFourDigitYear, {
    error: 'must be in a year from 0 to 9999, in UTC',
  })
  .describe('ISO 8601 time with offset');

/**
 * A calendar date without a time, such as `2026-12-24`.
 *
 * @public
 */
export const dateSchema = z.iso.date({
  error: 'must be a date such as 2026-12-24',
});

/**
 * A full catalog entity reference, `kind:namespace/name`.
 *
 * @public
 */
export const entityRefSchema = z
  .string()
  .max(LIMITS.entityRef)
  .regex(/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/, {
    error: 'must be a full entity reference such as component:default/checkout',
  })
  .describe('Catalog entity reference, kind:namespace/name');

/**
 * The public id of a postmortem, such as `PM-42`.
 *
 * @public
 */
export const postmortemIdSchema = z
  .string()
  .regex(/^PM-[1-9]\d{0,8}$/i, { error: 'must be an id such as PM-42' })
  .describe('Postmortem id');

/**
 * The id of an item in a postmortem: a timeline event, contributing factor or history entry.
 *
 * @public
 */
export const itemIdSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'must be a positive whole number' });

/**
 * The revision of a resource. Sent as `ETag`, required as `If-Match`.
 *
 * @public
 */
export const revisionSchema = z.int().min(0);

/**
 * A single line of text: trimmed, not empty, no line breaks.
 *
 * @param max - maximum length in Unicode code points
 * @public
 */
export function lineSchema(max: number) {
  return z
    .string()
    .trim()
    .min(1, { error: 'must not be empty' })
    .max(max, { error: `must be at most ${max} characters` })
    .regex(/^[^\r\n]*$/, { error: 'must be a single line' });
}

/**
 * Markdown text, possibly empty.
 *
 * @param max - maximum length in Unicode code points
 * @public
 */
export function markdownSchema(max: number) {
  return z
    .string()
    .max(max, { error: `must be at most ${max} characters` })
    .describe('Markdown');
}

/**
 * Whether a year has four digits. Other years are returned in a format that requests don't accept.
 */
function hasFourDigitYear(time: string): boolean {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) || /^\d{4}-/.test(date.toISOString());
}
