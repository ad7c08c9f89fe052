import type { CreateFeed } from 'backstage-plugin-postmortems-common';
import type { UrlFilter } from '../../ui/filters/filter';

/** Filters for what has no team or entity. */
const NONE = 'none';

/** The teams and entities that a list is filtered by. */
export function scopesOf({ teamRef, entityRef }: UrlFilter): CreateFeed[] {
  return [
    ...(teamRef ?? [])
      .filter(ref => ref.startsWith('group:'))
      .map(ref => ({ teamRef: ref })),
    ...(entityRef ?? [])
      .filter(ref => ref !== NONE)
      .map(ref => ({ entityRef: ref })),
  ];
}
