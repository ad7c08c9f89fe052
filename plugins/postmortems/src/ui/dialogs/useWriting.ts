import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useDiscarding } from './useDiscarding';
import { useUnsaved } from './useUnsaved';

/** Whether a field is for free text, rather than for a choice or a search. */
function isWriting(field: EventTarget): boolean {
  if (field instanceof HTMLTextAreaElement) return true;
  return (
    field instanceof HTMLInputElement &&
    ['text', 'url'].includes(field.type) &&
    !field.hasAttribute('aria-autocomplete')
  );
}

/**
 * Asks before a small form with unsaved text is closed.
 *
 * @param unsaved - whether the form opened with a restored draft
 */
export function useWriting(unsaved: boolean = false): {
  /** Attach this to the form. */
  onChange: (event: FormEvent) => void;
  /** Closes the form, asking first if needed. */
  close: (onClose: () => void) => void;
  /** The confirmation dialog. Render it next to the form. */
  dialog: ReactNode;
} {
  const [written, setWritten] = useState(false);
  const isUnsaved = written || unsaved;
  useUnsaved(isUnsaved);
  const { discard, dialog } = useDiscarding();
  return {
    onChange: event => {
      if (isWriting(event.target)) setWritten(true);
    },
    close: onClose => discard(isUnsaved, onClose),
    dialog,
  };
}
