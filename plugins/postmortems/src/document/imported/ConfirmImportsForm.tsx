import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { FormField } from '../../ui/fields/FormField';
import { focusOnMount } from '../../ui/fields/focusOnMount';

/** Asks how the imports were verified. */
export function ConfirmImportsForm(props: {
  title: string;
  busy: boolean;
  error?: string;
  onConfirm: (reason: string | undefined) => void;
  onClose: () => void;
}) {
  const { title, busy, error, onConfirm, onClose } = props;
  const { t } = useTexts();
  const [reason, setReason] = useState('');

  return (
    <FormDialog
      title={title}
      confirm={t('imported.action')}
      busy={busy}
      error={error}
      onConfirm={() => onConfirm(reason.trim() || undefined)}
      onClose={onClose}
    >
      <Typography>{t('imported.dialogText')}</Typography>
      <FormField
        label={t('imported.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputRef={focusOnMount}
        limit="reason"
      />
    </FormDialog>
  );
}
