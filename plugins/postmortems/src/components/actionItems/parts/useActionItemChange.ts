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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ActionItem,
  UpdateActionItem,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { addressOf } from './actionItem';
import { useActionItemRequest } from './useActionItemRequest';
import type { ActionItemRequest } from './useActionItemRequest';

/** An action item that can be changed where it stands. */
export interface ActionItemChange
  extends Pick<ActionItemRequest, 'busy' | 'problem'> {
  /** Makes the change; whether it was made. */
  change: (body: UpdateActionItem) => Promise<boolean>;
}

/** Changes an action item as it was last seen, and gives back how the server has it then. */
export function useActionItemChange<T extends ActionItem>(
  item: T,
  onChanged: (item: T) => void,
): ActionItemChange {
  const api = useApi(postmortemsApiRef);
  const { run, busy, problem } = useActionItemRequest(item, onChanged);

  const change = useCallback(
    (body: UpdateActionItem) =>
      run(() =>
        api.updateActionItem({
          params: addressOf(item),
          body,
          ifMatch: item.revision,
        }),
      ),
    [api, item, run],
  );
  return { change, busy, problem };
}
