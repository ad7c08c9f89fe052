import { z } from 'zod';

/** Values that some incident tools send for a missing time. */
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
 * An optional time. Null, an empty string and year 1 count as missing.
 *
 * @public
 */
export const optionalSentTime = z.preprocess(
  value => (NO_TIME.includes(value) ? undefined : value),
  sentTime.optional(),
);

/**
 * Optional text. Null and empty strings count as missing.
 *
 * @public
 */
export const optionalSentText = z
  .string()
  .nullish()
  .transform(value => value?.trim() || undefined);

/**
 * An optional URL. An invalid one counts as missing, so it doesn't make the payload invalid.
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
 * An incident's key in the source.
 *
 * @public
 */
export const sentIncidentId = z.string().min(1).max(200);

/**
 * An optional list. Null counts as empty.
 *
 * @public
 */
export function sentList<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform(list => list ?? []);
}
