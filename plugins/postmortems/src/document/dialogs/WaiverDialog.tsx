import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { TimeField } from '../../ui/fields/TimeField';
import { useDocument } from '../useDocument';
import { useMutation } from './useMutation';

/** Grants or changes a waiver. */
export function WaiverDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [reason, setReason] = useState(postmortem.waiver?.reason ?? '');
  const [expiresAt, setExpiresAt] = useState(postmortem.waiver?.expiresAt);

  async function confirm() {
    const done = await run(() =>
      send('putWaiver', {
        params: { id: postmortem.id },
        body: { reason: reason.trim(), expiresAt },
        ifMatch: postmortem.revision,
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('document.waiver.dialogTitle', { id: postmortem.id })}
      confirm={t('document.waiver.grant')}
      busy={busy}
      disabled={!reason.trim()}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('document.waiver.text')}</Typography>
      <ReasonField value={reason} onChange={setReason} initialFocus />
      <TimeField
        label={t('document.waiver.expiresAt')}
        helperText={t('document.waiver.expiresHelp')}
        value={expiresAt}
        onChange={setExpiresAt}
      />
    </FormDialog>
  );
}
