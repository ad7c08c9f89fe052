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
import { useTexts } from '../../../translation';
import { failureOf } from '../model/failures';

/** Removes an item; one that someone else changed meanwhile is shown as it is now instead. */
export function useRemoveItem<Item>(options: {
  remove: (item: Item) => Promise<void>;
  show: (item: Item) => void;
  hide: (item: Item) => void;
}): { remove: (item: Item) => Promise<void>; error?: string } {
  const { t } = useTexts();
  const [error, setError] = useState<string>();

  async function remove(item: Item) {
    setError(undefined);
    try {
      await options.remove(item);
      options.hide(item);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.kind === 'stale') {
        options.show(failure.current as Item);
        setError(t('document.changedMeanwhile'));
      } else {
        setError(failure.message);
      }
    }
  }

  return { remove, error };
}
