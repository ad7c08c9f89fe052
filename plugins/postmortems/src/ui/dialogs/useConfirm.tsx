import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../controls/Button';
import { focusOnMount } from '../fields/focusOnMount';
import { Dialog } from './Dialog';

/** A question to confirm something that can't be undone. */
export interface Question {
  text: string;
  /** Label of the button that confirms. */
  yes: string;
  /** Label of the button that cancels. */
  no: string;
  onYes: () => void;
}

/**
 * Asks the user to confirm, in a dialog. Render `dialog` outside of forms, so that they don't
 * handle its key presses.
 */
export function useConfirm(): {
  ask: (question: Question) => void;
  dialog: ReactNode;
} {
  const [question, setQuestion] = useState<Question>();
  const close = useCallback(() => setQuestion(undefined), []);
  const dialog = question && (
    <Dialog
      title={question.text}
      onClose={close}
      actions={
        <>
          <Button
            onClick={() => {
              close();
              question.onYes();
            }}
          >
            {question.yes}
          </Button>
          <Button
            color="primary"
            variant="contained"
            // The button is focused as soon as it mounts, before its ripple exists.
            disableFocusRipple
            onClick={close}
            ref={focusOnMount}
          >
            {question.no}
          </Button>
        </>
      }
    />
  );
  return { ask: setQuestion, dialog };
}
