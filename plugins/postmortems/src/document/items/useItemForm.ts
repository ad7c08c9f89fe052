import { useEffect, useRef, useState } from 'react';
import { latestDraft, removeDraft } from '../../data/drafts/draftStore';
import type { Draft } from '../../data/drafts/draftStore';
import { useDraftSlot } from '../../data/drafts/useDraftSlot';
import { failureOf } from '../../data/failures';
import { useUnsaved } from '../../ui/dialogs/useUnsaved';
import { isSame, rebase } from '../editor/rebase';
import { useDocument } from '../useDocument';

/** Form values for an item, such as a timeline event, and how to save them. */
export interface ItemFormOptions<Item, Values extends object> {
  /** The item to edit. Omit for a new one. */
  item?: Item;
  initial: Values;
  valuesOf: (item: Item) => Values;
  /** Saves the values. For an existing item, they are based on its last known version. */
  send: (values: Values, onto: Item | undefined) => Promise<Item>;
  /** How the browser stores unsaved values. */
  draft: {
    /** Part of the draft key, such as `timeline/new`. */
    part: string;
    /** The values as readable text, for copying. */
    textOf: (values: Values) => string;
    /** Whether the form is mounted but hidden. */
    hidden?: boolean;
  };
}

/** State and actions of an item's form. */
export interface ItemForm<Values> {
  values: Values;
  set: (part: Partial<Values>) => void;
  /** Starts over with new values, for the next item. */
  reset: (values: Values) => void;
  busy: boolean;
  /** Whether there are unsaved changes. */
  isDirty: boolean;
  error?: string;
  /** The conflicting values that someone else saved. */
  theirs?: Values;
  takeTheirs: () => void;
  /** When the restored values were written, if they come from an earlier visit. */
  restoredFrom?: string;
  /** Discards unsaved values at the author's request. */
  discard: () => void;
  /** Resolves to whether all values are saved, including any typed after sending. */
  submit: () => Promise<boolean>;
}

/** A form's initial values, with the author's unsaved changes. */
function begin<Values extends object>(
  initial: Values,
  isNew: boolean,
  found: Draft | undefined,
): { values: Values; theirs?: Values } {
  if (!found) return { values: initial };
  const mine = { ...initial, ...(found.value as Values) };
  if (isNew) return { values: mine };
  const rebased = rebase((found.base ?? initial) as Values, mine, initial);
  return {
    values: rebased.mine,
    theirs: rebased.clashes.length > 0 ? initial : undefined,
  };
}

/**
 * Edits an item. If someone else saves first, the user's changes are applied to the new version. If
 * both changed the same field, the form shows the other value, and saving again keeps the user's.
 * Unsaved values survive closing the form, until the server confirms them or the author discards
 * them.
 */
export function useItemForm<Item, Values extends object>(
  options: ItemFormOptions<Item, Values>,
): ItemForm<Values> {
  const { initial, valuesOf, send, draft } = options;
  const { id } = useDocument().postmortem;
  const [found, setFound] = useState(() => latestDraft(id, draft.part));
  const [begun] = useState(() => begin(initial, !options.item, found));
  const [item, setItem] = useState(options.item);
  const [base, setBase] = useState(initial);
  const [values, setValues] = useState(begun.values);
  const [theirs, setTheirs] = useState(begun.theirs);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  // Includes text typed while a request is in flight.
  const latest = useRef(values);
  const isDirty = !isSame(values, base);
  useUnsaved(isDirty);
  const slot = useDraftSlot(id, draft.part, !draft.hidden && !error);

  const textOf = useRef(draft.textOf);
  textOf.current = draft.textOf;
  const adopted = useRef(false);
  useEffect(() => {
    if (found && !adopted.current) {
      adopted.current = true;
      if (isDirty) slot.adopt(found);
      // The draft's values equal the saved ones, so it is no longer needed.
      else removeDraft(found, found.value);
    }
    if (isDirty) slot.keep(values, { text: textOf.current(values), base });
    else slot.discard();
  }, [slot, values, base, isDirty, found]);

  function change(next: Values) {
    latest.current = next;
    setValues(next);
  }

  async function attempt(
    mine: Values,
    onto: Item | undefined,
    before: Values,
  ): Promise<boolean> {
    try {
      const saved = await send(mine, onto);
      slot.confirm(mine);
      setItem(saved);
      setBase(mine);
      setFound(undefined);
      return isSame(latest.current, mine);
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.kind !== 'stale') {
        setError(failure.message);
        return false;
      }
      const current = failure.current as Item;
      const currentValues = valuesOf(current);
      const rebased = rebase(before, latest.current, currentValues);
      setItem(current);
      setBase(currentValues);
      change(rebased.mine);
      if (rebased.clashes.length === 0) {
        return attempt(rebased.mine, current, currentValues);
      }
      setTheirs(currentValues);
      return false;
    }
  }

  return {
    values,
    set: part => change({ ...latest.current, ...part }),
    reset: next => {
      setItem(options.item);
      setBase(next);
      change(next);
      setTheirs(undefined);
    },
    busy,
    isDirty,
    error,
    theirs,
    takeTheirs: () => {
      if (theirs) change(theirs);
      setTheirs(undefined);
    },
    restoredFrom: found?.at,
    discard: () => {
      slot.discard();
      setFound(undefined);
      setTheirs(undefined);
      change(base);
    },
    submit: async () => {
      setBusy(true);
      setError(undefined);
      setTheirs(undefined);
      try {
        return await attempt(latest.current, item, base);
      } finally {
        setBusy(false);
      }
    },
  };
}
