import type { Tracker } from 'backstage-plugin-postmortems-common';
import { actionItemQueries } from '../../../../data/queries';
import { useLoaded } from '../../../../data/useLoaded';

const NONE: Tracker[] = [];

/** Returns the ticket trackers. Empty while loading and after an error. */
export function useTrackers(): Tracker[] {
  const { value } = useLoaded(actionItemQueries.trackers());
  return value?.items ?? NONE;
}
