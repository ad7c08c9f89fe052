import type {
  HistoryEntry,
  PostmortemEvent,
  Visibility,
} from 'backstage-plugin-postmortems-common';

/** A change to publish: a history entry or a deletion. */
export type Change = Omit<HistoryEntry, 'id' | 'action'> & {
  action: PostmortemEvent['action'];
};

/** Text changes can be long, so events say which text changed, but not how. */
const TEXTS = /^(section|timeline-event|contributing-factor)-/;

/**
 * Converts a change to an event.
 *
 * @param id - a UUID by which receivers can deduplicate
 */
export function toEvent(
  postmortem: { id: string; visibility: Visibility },
  change: Change,
  id: string,
): PostmortemEvent {
  const { before, after, reason, ...rest } = change;
  const { id: postmortemId, visibility } = postmortem;
  return {
    id,
    postmortemId,
    visibility,
    ...(change.action.startsWith('action-item-') && {
      actionItemId: `${postmortemId}/${change.field}`,
    }),
    ...rest,
    // Omit reasons and values for restricted postmortems, because receivers may forward events to
    // people without access.
    ...(visibility === 'internal' && { reason }),
    ...(visibility === 'internal' &&
      !TEXTS.test(change.action) && { before, after }),
  };
}
