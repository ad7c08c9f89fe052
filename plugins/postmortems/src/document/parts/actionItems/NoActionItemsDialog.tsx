import Typography from '@material-ui/core/Typography';
import { useDraftText } from '../../../data/drafts/useDraftText';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { ReasonField } from '../../../ui/dialogs/ReasonField';
import { useMutation } from '../../dialogs/useMutation';
import { useDocument } from '../../useDocument';

/** Records the decision that no urgent action item is needed. */
export function NoActionItemsDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const reason = useDraftText(
    postmortem.id,
    'no-action-items',
    postmortem.noActionItemsReason,
  );

  async function confirm() {
    const done = await run(() =>
      send('updatePostmortem', {
        params: { id: postmortem.id },
        body: { noActionItemsReason: reason.text.trim() },
        ifMatch: postmortem.revision,
      }),
    );
    if (!done) return;
    reason.confirm(reason.text);
    onClose();
  }

  return (
    <FormDialog
      title={t('actionItem.gate.dialogTitle')}
      confirm={t('actionItem.gate.saveReason')}
      busy={busy}
      disabled={!reason.text.trim()}
      error={error}
      unsaved={reason.isUnsaved}
      onConfirm={confirm}
      onClose={() => {
        reason.discard();
        onClose();
      }}
    >
      <Typography>{t('actionItem.gate.dialogText')}</Typography>
      <ReasonField value={reason.text} onChange={reason.setText} initialFocus />
    </FormDialog>
  );
}
