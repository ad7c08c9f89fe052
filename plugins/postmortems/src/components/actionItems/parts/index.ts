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

export { ActionItemDueEdit } from './ActionItemDueEdit';
export { ActionItemOwnerEdit } from './ActionItemOwnerEdit';
export { ActionItemStatusLabel } from './ActionItemStatusLabel';
export { ActionItemStatusSelect } from './ActionItemStatusSelect';
export { ChangeProblem } from './ChangeProblem';
export { CommitDialog } from './CommitDialog';
export { DueFields } from './DueFields';
export { DueLabel } from './DueLabel';
export { KindLabel } from './KindLabel';
export { PriorityLabel } from './PriorityLabel';
export type { DueDates } from './actionItem';
export { addressOf, isLaterThan, isOverdue, renewed } from './actionItem';
export { useActionItemChange } from './useActionItemChange';
export type { ActionItemChange } from './useActionItemChange';
export { useActionItemWords } from './useActionItemWords';
export type { ActionItemField, ActionItemProblem } from './useActionItemWords';
export { useDueForm } from './useDueForm';
