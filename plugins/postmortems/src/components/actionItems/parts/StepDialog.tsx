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

import type {
  ActionItem,
  ActionItemStatus,
} from 'backstage-plugin-postmortems-common';
import { CommitDialog } from './CommitDialog';
import { DeclineDialog } from './DeclineDialog';
import type { DueDates } from './actionItem';

/** What a step of an action item asks for before it is taken. */
export interface StepDialogProps<T extends ActionItem> {
  item: T;
  to: ActionItemStatus;
  /** What the policy proposes as due dates, where that is known. */
  dueDates?: DueDates;
  teamRefs?: string[];
  onChanged: (item: T) => void;
  onClose: () => void;
}

/** Asks for what a step needs, and takes it. */
export function StepDialog<T extends ActionItem>(props: StepDialogProps<T>) {
  return props.to === 'declined' ? (
    <DeclineDialog {...props} />
  ) : (
    <CommitDialog {...props} />
  );
}
