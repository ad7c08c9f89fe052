/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useState } from 'react';
import type {
  ActionItem,
  UpdateActionItem,
} from 'backstage-plugin-postmortems-common';
import type { ActionItemProblem } from './useActionItemWords';
import { isLaterThan } from './actionItem';

/** A due date being chosen. */
export interface DueForm {
  dueAt?: string;
  setDueAt: (dueAt: string | undefined) => void;
  reason: string;
  setReason: (reason: string) => void;
  /** Whether it takes a reason, being later than the policy proposes. */
  needsReason: boolean;
  /** Whether what is needed is there. */
  isComplete: boolean;
  /** The change to send. */
  body: Pick<UpdateActionItem, 'dueAt' | 'dueReason'>;
}

/**
 * Chooses a due date. A list does not know what the policy proposes: there the reason is asked
 * for once the server wants it.
 *
 * @param initial - the date that the form begins with
 * @param proposedDueAt - what the policy proposes, where that is known
 * @param problem - what the server said of the last attempt
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
