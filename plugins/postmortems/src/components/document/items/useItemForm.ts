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
import { useUnsaved } from '../hooks/useUnsaved';
import { failureOf } from '../model/failures';
import { isSame, rebase } from '../model/rebase';

/** How a timeline event or contributing factor is held in a form, and saved. */
export interface ItemFormOptions<Item, Values extends object> {
  /** The item being changed; left out for a new one. */
  item?: Item;
  initial: Values;
  valuesOf: (item: Item) => Values;
  /** Saves the values, onto the item as it was last seen if there is one. */
  send: (values: Values, onto: Item | undefined) => Promise<Item>;
  /** Shows the item as the server has it. */
  show: (item: Item) => void;
}

/** A timeline event or contributing factor being written. */
export interface ItemForm<Values> {
  values: Values;
  set: (part: Partial<Values>) => void;
  /** Begins anew, for the next item. */
  reset: (values: Values) => void;
  busy: boolean;
  /** Whether there is something to lose. */
  isDirty: boolean;
  error?: string;
  /** What someone else saved meanwhile, where it clashes with mine. */
  theirs?: Values;
  takeTheirs: () => void;
  /** Whether the item is saved now. */
  submit: () => Promise<boolean>;
}

/**
 * Writes one item. Where someone else saved it first, my changes go on top of theirs; only
 * where both changed the same am I shown theirs, and saving once more keeps mine.
 */
export function useItemForm<Item, Values extends object>(
  options: ItemFormOptions<Item, Values>,
): ItemForm<Values> {
  const { initial, valuesOf, send, show } = options;
  const [item, setItem] = useState(options.item);
  const [base, setBase] = useState(initial);
  const [values, setValues] = useState(initial);
  const [theirs, setTheirs] = useState<Values>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const isDirty = !isSame(values, base);
  useUnsaved(isDirty);

  async function attempt(
    mine: Values,
    onto: Item | undefined,
    before: Values,
  ): Promise<boolean> {
    try {
      show(await send(mine, onto));
      setBase(mine);
      return true;
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.kind !== 'stale') {
        setError(failure.message);
        return false;
      }
      const current = failure.current as Item;
      const currentValues = valuesOf(current);
      const rebased = rebase(before, mine, currentValues);
      show(current);
      setItem(current);
      setBase(currentValues);
      setValues(rebased.mine);
      if (rebased.clashes.length === 0) {
        return attempt(rebased.mine, current, currentValues);
      }
      setTheirs(currentValues);
      return false;
    }
  }

  return {
    values,
    set: part => setValues(current => ({ ...current, ...part })),
    reset: next => {
      setBase(next);
      setValues(next);
      setTheirs(undefined);
    },
    busy,
    isDirty,
    error,
    theirs,
    takeTheirs: () => {
      if (theirs) setValues(theirs);
      setTheirs(undefined);
    },
    submit: async () => {
      setBusy(true);
      setError(undefined);
      setTheirs(undefined);
      try {
        return await attempt(values, item, base);
      } finally {
        setBusy(false);
      }
    },
  };
}
