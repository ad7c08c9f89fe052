import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useSend } from '../../data/mutations';
import { postmortemRouteRef, rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { useUndoToast } from '../../ui/feedback/useUndoToast';
import { useNavigate } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { useDocument } from '../useDocument';
import { useMutation } from './useMutation';

/** Explains the consequences of deleting the postmortem, and asks for the reason. */
export function DeleteDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const navigate = useNavigate();
  const root = useRouteRef(rootRouteRef);
  const toPostmortem = useRouteRef(postmortemRouteRef);
  const offerUndo = useUndoToast();
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [reason, setReason] = useState('');
  const { id, revision, complianceStatus, incidents } = postmortem;
  const isOwed = complianceStatus !== 'not-required' || incidents.length > 0;

  async function confirm() {
    const deleted = await run(() =>
      send('deletePostmortem', {
        params: { id },
        body: { reason: reason.trim() },
        ifMatch: revision,
      }),
    );
    if (!deleted) return;
    const { successorId } = deleted;
    navigate(root());
    offerUndo({
      title: successorId
        ? t('deleted.noticeReplaced', { id, successor: successorId })
        : t('deleted.notice', { id }),
      undo: async () => {
        await send('restorePostmortem', { params: { id }, body: {} });
        navigate(toPostmortem({ id }));
      },
    });
  }

  return (
    <FormDialog
      title={t('delete.title', { id })}
      confirm={t('delete.action')}
      busy={busy}
      disabled={!reason.trim()}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>
        {isOwed ? t('delete.owed', { id }) : t('delete.notOwed')}
      </Typography>
      <Typography>{t('delete.undo', { id })}</Typography>
      <ReasonField value={reason} onChange={setReason} initialFocus />
    </FormDialog>
  );
}
