import type { ActionItemStatus } from './model';

/**
 * Allowed next statuses of an action item, the usual one first.
 *
 * @public
 */
export const actionItemSteps: Record<ActionItemStatus, ActionItemStatus[]> = {
  proposed: ['open', 'declined'],
  open: ['in-progress', 'done', 'declined', 'proposed'],
  'in-progress': ['done', 'open', 'declined'],
  done: ['open', 'in-progress'],
  declined: ['proposed', 'open'],
};

/**
 * Whether an action item is committed but not finished.
 *
 * @public
 */
export function isUnderWay(status: ActionItemStatus): boolean {
  return status === 'open' || status === 'in-progress';
}

/**
 * Whether an action item is or was committed, so that it needs an owner and a due date.
 *
 * @public
 */
export function isCommitted(status: ActionItemStatus): boolean {
  return isUnderWay(status) || status === 'done';
}

/**
 * Whether an action item is finished.
 *
 * @public
 */
export function isClosed(status: ActionItemStatus): boolean {
  return status === 'done' || status === 'declined';
}
