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

/** What is stated of an action item. Times are ISO 8601 in UTC. */
export interface ActionItemFacts {
  title: string;
  description: string;
  kind: ActionItemKind;
  priority: ActionItemPriority;
  status: ActionItemStatus;
  statusReason?: string;
  ownerRef?: string;
  dueAt?: string;
  closedAt?: string;
}

/** What is known around an action item when it changes. */
export interface ActionItemCircumstances {
  incidentStartedAt: string;
  /** When the policy wants it done; undefined where it says nothing. */
  proposedDueAt?: string;
  /** Why it is due later than proposed. */
  dueReason?: string;
  now: Date;
}

/**
 * Settles a new or changed action item: checks the step, takes the policy's due date for a
 * commitment without one, and keeps the time of closing.
 *
 * @param before - its state so far; undefined for a new one
 * @param wanted - its state as asked for
 * @throws ConflictError for a step from a status to one that does not follow it
 * @throws InputError naming the field that is missing or wrong
 */
export function settleActionItem(
  before: ActionItemFacts | undefined,
  wanted: ActionItemFacts,
  around: ActionItemCircumstances,
): ActionItemFacts {
  const { status } = wanted;
  if (before && before.status !== status) {
    const next = actionItemSteps[before.status];
    if (!next.includes(status)) {
      throw new ConflictError(
        `An action item with status ${
          before.status
        } cannot become ${status}, only ${next.join(' or ')}`,
      );
    }
  }
  if (status === 'declined' && !wanted.statusReason) {
    throw new InputError('statusReason must say why it is declined');
  }
  if (isCommitted(status) && !wanted.ownerRef) {
    throw new InputError(
      `ownerRef must name who does it: an action item that is ${status} needs an owner`,
    );
  }
  const dueAt =
    wanted.dueAt ?? (isCommitted(status) ? around.proposedDueAt : undefined);
  if (isCommitted(status) && !dueAt) {
    throw new InputError(
      `dueAt must say until when: an action item that is ${status} needs a due date, and the policy proposes none for ${wanted.priority} here`,
    );
  }
  checkDueAt(before?.dueAt, dueAt, around);
  return {
    ...wanted,
    dueAt,
    statusReason: status === 'declined' ? wanted.statusReason : undefined,
    closedAt: isClosed(status)
      ? wanted.closedAt ??
        (before && isClosed(before.status) ? before.closedAt : undefined) ??
        around.now.toISOString()
      : undefined,
  };
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
      `dueAt must not be before the incident started (${incidentStartedAt}), but is ${dueAt}`,
    );
  }
  if (proposedDueAt && dueAt > proposedDueAt && !dueReason) {
    throw new InputError(
      `dueReason must say why it is due later than the policy wants (${proposedDueAt})`,
    );
  }
}
