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
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { failureOf } from '../../document/model/failures';
import { renewed } from './actionItem';
import { useActionItemWords } from './useActionItemWords';
import type { ActionItemProblem } from './useActionItemWords';

/** A request about an action item that answers with the item. */
export interface ActionItemRequest {
  /** Sends it; whether it did what was asked. */
  run: (send: () => Promise<ActionItem>) => Promise<boolean>;
  busy: boolean;
  /** Why the last attempt failed. */
  problem?: ActionItemProblem;
}

/**
 * Sends requests about an action item, and gives back how the server has it then. Where someone
 * else was faster, that is their state, and the reader is asked to decide again.
 */
export function useActionItemRequest<T extends ActionItem>(
  item: T,
  onChanged: (item: T) => void,
): ActionItemRequest {
  const { t } = useTexts();
  const { problemOf } = useActionItemWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ActionItemProblem>();

  const run = useCallback<ActionItemRequest['run']>(
    async send => {
      setBusy(true);
      setProblem(undefined);
      try {
        onChanged(renewed(item, await send()));
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
    [item, onChanged, problemOf, t],
  );

  return { run, busy, problem };
}
