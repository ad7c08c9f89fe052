import { useState } from 'react';
import { errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../dialogs/FormDialog';
import { FormField } from '../fields/FormField';
import { focusOnMount } from '../fields/focusOnMount';
import { MAX_NAME } from './savedViews';

/** Asks for the name of a view. */
export function ViewNameDialog(props: {
  title: string;
  confirm: string;
  initial?: string;
  /** Returns an error or a hint if another view already has the name. */
  conflict: (name: string) => { error?: string; help?: string };
  onConfirm: (name: string) => Promise<void>;
  onClose: () => void;
}) {
  const { title, confirm, initial = '', conflict, onConfirm, onClose } = props;
  const { t } = useTexts();
  const [text, setText] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const name = text.trim();
  const { error, help } = conflict(name);
  const length = [...name].length;
  const problem =
    length > MAX_NAME
      ? t('fields.limit.over', {
          length: String(length),
          max: String(MAX_NAME),
          over: String(length - MAX_NAME),
        })
      : error;

  async function submit() {
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm(name);
      onClose();
    } catch (thrown) {
      setFailure(thrown as Error);
      setBusy(false);
    }
  }

  return (
    <FormDialog
      title={title}
      confirm={confirm}
      busy={busy}
      disabled={!name || Boolean(problem)}
      error={failure && t('views.failed', { message: errorText(failure) })}
      onConfirm={submit}
      onClose={onClose}
    >
      <FormField
        label={t('views.name')}
        helperText={help ?? t('views.nameHelp')}
        error={name ? problem : undefined}
        value={text}
        onChange={event => setText(event.target.value)}
        inputRef={focusOnMount}
      />
    </FormDialog>
  );
}
