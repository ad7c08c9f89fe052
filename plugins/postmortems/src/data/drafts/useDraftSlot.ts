import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { draftAt, isSame, keepDraft, removeDraft, setOpen } from './draftStore';
import type { Draft, DraftKey, Written } from './draftStore';

/** Stores an editor's unconfirmed text. */
export interface DraftSlot {
  /** Stores the text. */
  keep: (value: unknown, written: Pick<Draft, 'text' | 'base'>) => void;
  /** Removes the text if it is exactly what the server has. Newer text is kept. */
  confirm: (value: unknown) => void;
  /** Removes the stored text at the author's request. */
  discard: () => void;
  /** Moves another draft's text here. */
  adopt: (draft: Draft) => void;
  /** Keeps the draft marked as open while a closed editor's last save is in flight. */
  whileOpen: (work: Promise<unknown>) => void;
}

/** If a last save takes longer than this, its text is offered as a draft, in milliseconds. */
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
      // Adopted text keeps its original time until it changes.
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
      // Store the text under this key before removing the other draft, so that a crash loses
      // nothing.
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
 * losing permission and reloading don't.
 *
 * @param quiet - whether the editor itself shows and saves the text, so that the page needn't list
 *   it as unsaved
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
  // If another tab takes over or discards text that is still being edited here, store it again.
  useEffect(() => {
    window.addEventListener('storage', slot.restore);
    return () => window.removeEventListener('storage', slot.restore);
  }, [slot]);
  return slot;
}
