import type { HistoryAction } from 'backstage-plugin-postmortems-common';
import type { PartKind } from './parts';

/** The kind of part that each history action changes. Facts are indexed when they are saved. */
const KINDS: Partial<Record<HistoryAction, PartKind>> = {
  'section-changed': 'section',
  'section-restored': 'section',
  'timeline-event-added': 'timeline-event',
  'timeline-event-changed': 'timeline-event',
  'timeline-event-removed': 'timeline-event',
  'contributing-factor-added': 'contributing-factor',
  'contributing-factor-changed': 'contributing-factor',
  'contributing-factor-removed': 'contributing-factor',
  'contributing-factor-merged': 'contributing-factor',
  'action-item-added': 'action-item',
  'action-item-changed': 'action-item',
  'action-item-removed': 'action-item',
  'review-approved': 'review',
  'review-changes-requested': 'review',
  'review-dismissed': 'review',
  'comment-added': 'comment',
  'comment-changed': 'comment',
  'comment-removed': 'comment',
};

export function indexedKinds(entries: { action: HistoryAction }[]): PartKind[] {
  const kinds = new Set(entries.map(({ action }) => KINDS[action]));
  kinds.delete(undefined);
  return [...kinds] as PartKind[];
}
