import { useState } from 'react';
import type {
  ActionItem,
  UpdateActionItem,
} from 'backstage-plugin-postmortems-common';
import { isLaterThan } from './actionItem';
import type { ActionItemProblem } from './useActionItemWords';

/** State of a form for a due date. */
export interface DueForm {
  dueAt?: string;
  setDueAt: (dueAt: string | undefined) => void;
  reason: string;
  setReason: (reason: string) => void;
  /** Whether the date is later than the policy suggests, which requires a reason. */
  needsReason: boolean;
  isComplete: boolean;
  /** The request body. */
  body: Pick<UpdateActionItem, 'dueAt' | 'dueReason'>;
}

/**
 * Edits a due date. Lists don't know which date the policy suggests, so they ask for a reason only
 * if the server requires one.
 *
 * @param initial - current due date
 * @param proposedDueAt - the date that the policy suggests, if known
 * @param problem - server error from the last attempt
 */
export function useDueForm(
  item: Pick<ActionItem, 'dueAt'>,
  initial: string | undefined,
  proposedDueAt: string | undefined,
  problem: ActionItemProblem | undefined,
): DueForm {
  const [dueAt, setDueAt] = useState(initial);
  const [reason, setReason] = useState('');
  const isChanged = dueAt !== item.dueAt;
  const needsReason =
    isChanged &&
    (isLaterThan(dueAt, proposedDueAt) || problem?.field === 'dueReason');

  return {
    dueAt,
    setDueAt,
    reason,
    setReason,
    needsReason,
    isComplete: !needsReason || reason.trim() !== '',
    body: {
      ...(isChanged && { dueAt: dueAt ?? null }),
      ...(needsReason && { dueReason: reason.trim() }),
    },
  };
}
