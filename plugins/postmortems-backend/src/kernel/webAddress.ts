import { LIMITS, linkSchema } from 'backstage-plugin-postmortems-common';
import { z } from 'zod';

const ANY_LENGTH = z.url({ protocol: /^https?$/ });

/**
 * The URL if it is safe to link; undefined for others, such as `javascript:`. Doesn't throw,
 * because the sender is a program that couldn't act on an error.
 */
export function webAddress(address: string | undefined): string | undefined {
  return linkSchema.shape.url.safeParse(address).data;
}

/** The length of a URL that is safe to link, but too long; undefined for all others. */
export function lengthIfTooLong(
  address: string | undefined,
): number | undefined {
  return address &&
    address.length > LIMITS.url &&
    ANY_LENGTH.safeParse(address).success
    ? address.length
    : undefined;
}
