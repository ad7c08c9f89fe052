import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { TicketTracker } from './TicketTracker';

/**
 * Lets modules register ticket trackers.
 *
 * @public
 */
export interface PostmortemsTrackersExtensionPoint {
  /** @throws Error if another tracker has the same id */
  addTracker(tracker: TicketTracker): void;
}

/**
 * Extension point for modules that add a {@link TicketTracker}.
 *
 * @public
 */
export const postmortemsTrackersExtensionPoint =
  createExtensionPoint<PostmortemsTrackersExtensionPoint>({
    id: 'postmortems.trackers',
  });
