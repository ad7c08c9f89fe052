import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Converts a time to ISO 8601 in UTC with milliseconds. */
export function utc(time: string): string;
export function utc(time: string | undefined): string | undefined;
export function utc(time: string | null | undefined): string | null | undefined;
export function utc(time: string | null | undefined) {
  return time ? new Date(time).toISOString() : time;
}

/** Converts an entity reference to its canonical form. */
export function canonicalRef(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref));
}

/** Converts entity references to their canonical form, without duplicates. */
export function canonicalRefs(refs: string[]): string[] {
  return [...new Set(refs.map(canonicalRef))];
}
