import type { FormEvent, ReactNode } from 'react';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { LimitedFields, useTextLimits } from '../fields/textLimits';
import { Dialog } from './Dialog';
import { useWriting } from './useWriting';

/**
 * A small form in a dialog. Enter or the button confirms, Escape cancels. Asks before discarding
 * text.
 */
export function FormDialog(props: {
  title: string;
  confirm: string;
  busy?: boolean;
  disabled?: boolean;
  error?: ReactNode;
  /** Whether the dialog opened with a restored draft. */
  unsaved?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, confirm, busy, error, onConfirm, onClose } = props;
  const { t } = useTexts();
  const limits = useTextLimits();
  const disabled = props.disabled || limits.tooLong;
  const writing = useWriting(props.unsaved);
  const close = () => writing.close(onClose);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    // React events bubble from the dialog to forms on the page behind it.
    event.stopPropagation();
    if (!busy && !disabled) onConfirm();
  }

  return (
    <>
      <Dialog
        title={title}
        form={{ onSubmit, onChange: writing.onChange }}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('document.dialog.cancel')}</Button>
            <Button
              type="submit"
              color="primary"
              variant="contained"
              disabled={busy || disabled}
            >
              {confirm}
            </Button>
          </>
        }
      >
        <LimitedFields report={limits.report}>{props.children}</LimitedFields>
        {error && <Alert severity="error">{error}</Alert>}
      </Dialog>
      {writing.dialog}
    </>
  );
}
