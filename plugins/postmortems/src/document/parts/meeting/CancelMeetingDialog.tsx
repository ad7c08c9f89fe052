import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { useMeeting } from './useMeeting';

/** Asks before cancelling the meeting. */
export function CancelMeetingDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const { save, busy, errors } = useMeeting();

  async function confirm() {
    if (await save({})) onClose();
  }

  return (
    <FormDialog
      title={t('meeting.cancelTitle')}
      confirm={t('meeting.cancel')}
      busy={busy}
      error={errors['']}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('meeting.cancelText')}</Typography>
    </FormDialog>
  );
}
