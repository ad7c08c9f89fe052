import { useEffect, useRef, useState } from 'react';
import { latestDraft, removeDraft } from './draftStore';
import { useDraftSlot } from './useDraftSlot';

/** A field's text, stored until the server confirms it. */
export interface DraftText {
  text: string;
  setText: (text: string) => void;
  isUnsaved: boolean;
  /** Call when the server has accepted this text. */
  confirm: (text: string) => void;
  /** Call when the author discards the text. */
  discard: () => void;
}

/** A dialog's text. Starts with text that was written earlier but not sent. */
export function useDraftText(
  postmortemId: string,
  part: string,
  initial: string = '',
): DraftText {
  const slot = useDraftSlot(postmortemId, part);
  const [found] = useState(() => latestDraft(postmortemId, part));
  const [text, setText] = useState(() =>
    typeof found?.value === 'string' ? found.value : initial,
  );
  const adopted = useRef(false);
  const isUnsaved = text !== initial;

  useEffect(() => {
    if (found && !adopted.current) {
      adopted.current = true;
      if (isUnsaved) slot.adopt(found);
      // The draft equals the saved text, so it is no longer needed.
      else removeDraft(found, initial);
    }
    if (isUnsaved) slot.keep(text, { text });
    else slot.discard();
  }, [slot, text, isUnsaved, found, initial]);

  return {
    text,
    setText,
    isUnsaved,
    confirm: slot.confirm,
    discard: slot.discard,
  };
}
