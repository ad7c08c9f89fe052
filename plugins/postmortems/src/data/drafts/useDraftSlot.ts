import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { draftAt, isSame, keepDraft, removeDraft, setOpen } from './draftStore';
import type { Draft, DraftKey, Written } from './draftStore';

/** Storage of one editor's unconfirmed text. */
export interface DraftSlot {
  /** Stores the text. */
  keep: (value: unknown, written: Pick<Draft, 'text' | 'base'>) => void;
  /** Removes the text if the server has exactly this text. Newer text stays. */
  confirm: (value: unknown) => void;
  /** Removes what was last stored, on the author's request. */
  discard: () => void;
  /** Moves the text of another draft to this place. */
  adopt: (draft: Draft) => void;
  /** Keeps the place open while the last save of a closed editor runs. */
  whileOpen: (work: Promise<unknown>) => void;
}

/** How long a last save may take before its text is offered as a draft, in milliseconds. */
const LAST_SAVE_TIME = 5_000;

let writers = 0;

function newWriter(): string {
  const random = Math.random().toString(36).slice(2, 10);
  return `${random}${(writers += 1)}`;
}

function createSlot(key: DraftKey): DraftSlot & { restore: () => void } {
  let kept: Written | undefined;
  return {
    keep: (value, written) => {
      // Adopted text keeps its time of writing until it changes.
      const isUnchanged =
        kept && isSame(kept.value, value) && isSame(kept.base, written.base);
      if (isUnchanged && draftAt(key)) return;
      kept = { value, ...written };
      keepDraft(key, kept);
    },
    confirm: value => {
      removeDraft(key, value);
      if (!draftAt(key)) kept = undefined;
    },
    discard: () => {
      if (kept) removeDraft(key, kept.value);
      kept = undefined;
    },
    adopt: draft => {
      // Store the text here before removing it there, so that a crash loses nothing.
      const { value, text, base, at } = draft;
      kept = { value, text, base, at };
      keepDraft(key, kept);
      removeDraft(draft, draft.value);
    },
    whileOpen: work => {
      const close = setOpen(key, true);
      const timer = setTimeout(close, LAST_SAVE_TIME);
      work
        .catch(() => {})
        .then(() => {
          clearTimeout(timer);
          close();
        });
    },
    restore: () => {
      if (kept && !draftAt(key)) keepDraft(key, kept);
    },
  };
}

/**
 * Provides storage for an editor or form. Only `confirm` and `discard` remove the text; unmounting,
 * losing permission and loading do not.
 *
 * @param quiet - whether the text is visible and being saved, so that the page needn't list it
 */
export function useDraftSlot(
  postmortemId: string,
  part: string,
  quiet: boolean = true,
): DraftSlot {
  const [writer] = useState(newWriter);
  const slot = useMemo(
    () => createSlot({ postmortemId, part, writer }),
    [postmortemId, part, writer],
  );
  useLayoutEffect(
    () => setOpen({ postmortemId, part, writer }, quiet),
    [postmortemId, part, writer, quiet],
  );
  // Another tab may take over or discard text that is being edited here.
  useEffect(() => {
    window.addEventListener('storage', slot.restore);
    return () => window.removeEventListener('storage', slot.restore);
  }, [slot]);
  return slot;
}
