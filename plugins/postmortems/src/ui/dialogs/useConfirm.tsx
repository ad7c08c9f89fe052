import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../controls/Button';
import { focusOnMount } from '../fields/focusOnMount';
import { Dialog } from './Dialog';

/** A question before something that cannot be undone. */
export interface Question {
  text: string;
  /** The button that goes on. */
  yes: string;
  /** The button that changes nothing. */
  no: string;
  onYes: () => void;
}

/** Asks in a dialog. Render `dialog` outside of forms, so that its keys are not theirs. */
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
            // It is focused before it has a ripple.
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
