import { z } from 'zod';

/** Values that some incident tools send instead of a missing time. */
const NO_TIME: unknown[] = [null, '', '0001-01-01T00:00:00Z'];

const LINK = z.url({ protocol: /^https?$/ });

/**
 * A time in a payload: ISO 8601 with an offset, parsed to UTC.
 *
 * @public
 */
export const sentTime = z.iso
  .datetime({
    offset: true,
    error:
      'must be an ISO 8601 time with an offset, such as 2026-03-10T09:14:00Z',
  })
  .transform(value => new Date(value).toISOString());

/**
 * An optional time; null, an empty string and year 1 count as missing.
 *
 * @public
 */
export const optionalSentTime = z.preprocess(
  value => (NO_TIME.includes(value) ? undefined : value),
  sentTime.optional(),
);

/**
 * Optional text; null and empty strings count as missing.
 *
 * @public
 */
export const optionalSentText = z
  .string()
  .nullish()
  .transform(value => value?.trim() || undefined);

/**
 * An optional URL. An invalid one counts as missing, so that it does not invalidate the payload.
 *
 * @public
 */
export const optionalSentUrl = z
  .unknown()
  .transform(value =>
    LINK.safeParse(value).success ? String(value) : undefined,
  )
  .optional();

/**
 * The source's key of an incident.
 *
 * @public
 */
export const sentIncidentId = z.string().min(1).max(200);

/**
 * An optional list; null counts as empty.
 *
 * @public
 */
export function sentList<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform(list => list ?? []);
}
