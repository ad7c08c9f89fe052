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

import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ActionItem,
  UpdateActionItem,
} from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { postmortemsTranslationRef } from '../../../translation';
import { failureOf } from '../../document/model/failures';
import { addressOf, renewed } from './actionItem';
import { useActionItemWords } from './useActionItemWords';
import type { ActionItemProblem } from './useActionItemWords';

/** An action item that can be changed where it stands. */
export interface ActionItemChange {
  /** Makes the change; whether it was made. */
  change: (body: UpdateActionItem) => Promise<boolean>;
  busy: boolean;
  /** Why the last attempt failed. */
  problem?: ActionItemProblem;
}

/**
 * Changes an action item, and gives back how the server has it then. Where someone else was
 * faster, that is their state, and the reader is asked to decide again.
 */
export function useActionItemChange<T extends ActionItem>(
  item: T,
  onChanged: (item: T) => void,
): ActionItemChange {
  const api = useApi(postmortemsApiRef);
  const { t } = useTranslationRef(postmortemsTranslationRef);
  const { problemOf } = useActionItemWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ActionItemProblem>();

  const change = useCallback(
    async (body: UpdateActionItem) => {
      setBusy(true);
      setProblem(undefined);
      try {
        const answer = await api.updateActionItem({
          params: addressOf(item),
          body,
          ifMatch: item.revision,
        });
        onChanged(renewed(item, answer));
        return true;
      } catch (thrown) {
        const failure = failureOf(thrown);
        if (failure.kind === 'stale') {
          onChanged(renewed(item, failure.current as ActionItem));
          setProblem({ message: t('actionItem.changed') });
        } else {
          setProblem(problemOf(failure.message));
        }
        return false;
      } finally {
        setBusy(false);
      }
    },
    [api, item, onChanged, problemOf, t],
  );

  return { change, busy, problem };
}
