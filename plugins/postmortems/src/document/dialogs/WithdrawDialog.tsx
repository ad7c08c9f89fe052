import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { useDocument } from '../useDocument';
import { useMutation } from './useMutation';

const WITHDRAW = {
  waiver: 'deleteWaiver',
  extension: 'deleteExtension',
} as const;

/** Withdraws a waiver or an extension, with a reason. */
export function WithdrawDialog(props: {
  exception: keyof typeof WITHDRAW;
  onClose: () => void;
}) {
  const { exception, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { id, revision } = useDocument().postmortem;
  const { run, busy, error } = useMutation();
  const [reason, setReason] = useState('');

  async function confirm() {
    const done = await run(() =>
      send(WITHDRAW[exception], {
        params: { id },
        body: { reason: reason.trim() },
        ifMatch: revision,
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t(`document.${exception}.withdrawTitle`, { id })}
      confirm={t(`document.${exception}.withdraw`)}
      busy={busy}
      disabled={!reason.trim()}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t(`document.${exception}.withdrawText`)}</Typography>
      <ReasonField value={reason} onChange={setReason} initialFocus />
    </FormDialog>
  );
}
