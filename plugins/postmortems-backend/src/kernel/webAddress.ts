import { linkSchema } from 'backstage-plugin-postmortems-common';

/**
 * The URL if it is safe to link; undefined for others, such as `javascript:`. Doesn't throw,
 * because the sender is a program that couldn't act on an error.
 */
export function webAddress(address: string | undefined): string | undefined {
  return linkSchema.shape.url.safeParse(address).data;
}
