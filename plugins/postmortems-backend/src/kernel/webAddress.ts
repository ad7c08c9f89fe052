import { linkSchema } from 'backstage-plugin-postmortems-common';

/**
 * A URL that is safe to link; undefined for others, such as `javascript:`. Throws no error, because
 * the sender is a program that could not act on it.
 */
export function webAddress(address: string | undefined): string | undefined {
  return linkSchema.shape.url.safeParse(address).data;
}
