import Typography from '@material-ui/core/Typography';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useDraftText } from '../../../../data/drafts/useDraftText';
import { useTexts } from '../../../../texts/useTexts';
import { FormDialog } from '../../../../ui/dialogs/FormDialog';
import { ReasonField } from '../../../../ui/dialogs/ReasonField';
import { addressOf } from './actionItem';
import { useActionItemChange } from './useActionItemChange';

/** Declines an action item, with a reason. */
export function DeclineDialog(props: {
  item: ActionItem;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { t } = useTexts();
  const { change, busy, problem } = useActionItemChange(item);
  const { id, key } = addressOf(item);
  const reason = useDraftText(id, `decline/${key}`);

  async function confirm() {
    const statusReason = reason.text.trim();
    if (!(await change({ status: 'declined', statusReason }))) return;
    reason.confirm(reason.text);
    onClose();
  }

  return (
    <FormDialog
      title={t('actionItem.step.declineTitle', { id: item.id })}
      confirm={t('actionItem.step.decline')}
      busy={busy}
      disabled={!reason.text.trim()}
      error={problem?.message}
      unsaved={reason.isUnsaved}
      onConfirm={confirm}
      onClose={() => {
        reason.discard();
        onClose();
      }}
    >
      <Typography>{t('actionItem.step.declineText')}</Typography>
      <ReasonField value={reason.text} onChange={reason.setText} initialFocus />
    </FormDialog>
  );
}
