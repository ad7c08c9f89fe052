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

import type { ActionItemStatus } from './actionItem';

/**
 * The statuses that can follow each status of an action item, the usual next one first.
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
 * Whether somebody has taken an action item on and not finished it.
 *
 * @public
 */
export function isUnderWay(status: ActionItemStatus): boolean {
  return status === 'open' || status === 'in-progress';
}

/**
 * Whether an action item was taken on, finished or not: it needs an owner and a due date.
 *
 * @public
 */
export function isCommitted(status: ActionItemStatus): boolean {
  return isUnderWay(status) || status === 'done';
}

/**
 * Whether nothing remains to be done about an action item.
 *
 * @public
 */
export function isClosed(status: ActionItemStatus): boolean {
  return status === 'done' || status === 'declined';
}
