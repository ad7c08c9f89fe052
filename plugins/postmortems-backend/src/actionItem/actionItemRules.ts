import { ConflictError, InputError } from '@backstage/errors';
import {
  actionItemSteps,
  isClosed,
  isCommitted,
} from 'backstage-plugin-postmortems-common';
import type {
  ActionItemKind,
  ActionItemPriority,
  ActionItemStatus,
} from 'backstage-plugin-postmortems-common';

/** Facts of an action item. Times are ISO 8601 in UTC. */
export interface ActionItemFacts {
  title: string;
  description: string;
  kind: ActionItemKind;
  priority: ActionItemPriority;
  status: ActionItemStatus;
  statusReason?: string;
  ownerRef?: string;
  dueAt?: string;
  /** When it was first open, in progress or done. */
  committedAt?: string;
  closedAt?: string;
}

/** What the rules need to know about a change to an action item, besides its facts. */
export interface ActionItemCircumstances {
  incidentStartedAt: string;
  /** The policy's default due date, if it has a rule for the item. */
  proposedDueAt?: string;
  /** The reason for a due date later than the policy's. */
  dueReason?: string;
  now: Date;
}

/**
 * Validates a new or changed action item. Checks the status change, and sets the default due date
 * and the times of commitment and closing.
 *
 * @param before - undefined for a new item
 * @param wanted - the requested state
 * @throws ConflictError if the status change is not allowed
 * @throws InputError naming the missing or wrong field
 */
export function checkActionItem(
  before: ActionItemFacts | undefined,
  wanted: ActionItemFacts,
  around: ActionItemCircumstances,
): ActionItemFacts {
  const { status } = wanted;
  if (before && before.status !== status) {
    const next = actionItemSteps[before.status];
    if (!next.includes(status)) {
      throw new ConflictError(
        `status cannot change from ${
          before.status
        } to ${status}. Use ${next.join(' or ')}`,
      );
    }
  }
  if (status === 'declined' && !wanted.statusReason) {
    throw new InputError('statusReason is required to decline an action item');
  }
  // If the owner left, the item has no owner until someone takes over, but it can still be changed.
  const wasReturned = before && isCommitted(before.status) && !before.ownerRef;
  if (isCommitted(status) && !wanted.ownerRef && !wasReturned) {
    throw new InputError(
      `ownerRef is required when status is ${status}. Assign an owner`,
    );
  }
  const dueAt =
    wanted.dueAt ?? (isCommitted(status) ? around.proposedDueAt : undefined);
  if (isCommitted(status) && !dueAt) {
    throw new InputError(
      `dueAt is required when status is ${status}, and the policy has no default for ${wanted.priority}. Set a due date`,
    );
  }
  checkDueAt(before?.dueAt, dueAt, around);
  return {
    ...wanted,
    dueAt,
    committedAt:
      before?.committedAt ??
      (isCommitted(status)
        ? commitment(before, wanted, around.now)
        : undefined),
    statusReason: status === 'declined' ? wanted.statusReason : undefined,
    closedAt: isClosed(status)
      ? wanted.closedAt ??
        (before && isClosed(before.status) ? before.closedAt : undefined) ??
        around.now.toISOString()
      : undefined,
  };
}

/** When the item was committed: now, or earlier for an imported item that was closed long ago. */
function commitment(
  before: ActionItemFacts | undefined,
  { closedAt }: ActionItemFacts,
  now: Date,
): string {
  const at = now.toISOString();
  return !before && closedAt && closedAt < at ? closedAt : at;
}

function checkDueAt(
  before: string | undefined,
  dueAt: string | undefined,
  around: ActionItemCircumstances,
): void {
  const { incidentStartedAt, proposedDueAt, dueReason } = around;
  if (!dueAt || dueAt === before) return;
  if (dueAt < incidentStartedAt) {
    throw new InputError(
      `dueAt must not be before the incident started (${incidentStartedAt}), got ${dueAt}`,
    );
  }
  if (proposedDueAt && dueAt > proposedDueAt && !dueReason) {
    throw new InputError(
      `dueReason is required when dueAt is later than the policy suggests (${proposedDueAt})`,
    );
  }
}
