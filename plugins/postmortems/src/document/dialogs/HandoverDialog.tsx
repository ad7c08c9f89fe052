import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useDraftText } from '../../data/drafts/useDraftText';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { FormField } from '../../ui/fields/FormField';
import { UserPicker } from '../../ui/fields/UserPicker';
import { inWordsOfForm } from '../../ui/fields/fieldErrors';
import { focusOnMount } from '../../ui/fields/focusOnMount';
import { DocumentAccessWarning } from '../access/AccessWarning';
import { useDocument } from '../useDocument';
import { useMutation } from './useMutation';

/** Hands over ownership, with a reason and optionally a suggested new owner. */
export function HandoverDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const reason = useDraftText(postmortem.id, 'handover');
  const [suggestedRef, setSuggestedRef] = useState<string>();

  async function confirm() {
    const done = await run(() =>
      send('handOverOwner', {
        params: { id: postmortem.id },
        body: { reason: reason.text.trim(), suggestedRef },
      }),
    );
    if (!done) return;
    reason.confirm(reason.text);
    onClose();
  }

  return (
    <FormDialog
      title={t('handover.title', { id: postmortem.id })}
      confirm={t('handover.action')}
      busy={busy}
      disabled={!reason.text.trim()}
      error={
        error &&
        inWordsOfForm(error, { suggestedRef: t('handover.suggestedName') })
      }
      unsaved={reason.isUnsaved}
      onConfirm={confirm}
      onClose={() => {
        reason.discard();
        onClose();
      }}
    >
      <Typography>{t('handover.text')}</Typography>
      <FormField
        label={t('document.dialog.reason')}
        helperText={t('handover.reasonHelp')}
        value={reason.text}
        onChange={event => reason.setText(event.target.value)}
        inputRef={focusOnMount}
        required
        limit="reason"
      />
      <UserPicker
        label={t('handover.suggested')}
        helperText={t('handover.suggestedHelp')}
        value={suggestedRef}
        teamRefs={postmortem.teamRefs}
        onChange={setSuggestedRef}
      />
      <DocumentAccessWarning refs={[suggestedRef]} effect="none" />
    </FormDialog>
  );
}
