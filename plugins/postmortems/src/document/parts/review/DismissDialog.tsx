import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { ReasonField } from '../../../ui/dialogs/ReasonField';
import { useMutation } from '../../dialogs/useMutation';
import { useDocument } from '../../useDocument';

/** Dismisses a request for changes, which then no longer blocks publishing. */
export function DismissDialog(props: {
  reviewerRef: string;
  onClose: () => void;
}) {
  const { reviewerRef, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { id } = useDocument().postmortem;
  const { run, busy, error } = useMutation();
  const [reason, setReason] = useState('');

  async function confirm() {
    const done = await run(() =>
      send('dismissReview', {
        params: { id },
        body: { reviewerRef, reason: reason.trim() },
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('review.dismiss.title')}
      confirm={t('review.dismiss.action')}
      busy={busy}
      disabled={!reason.trim()}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>
        {t('review.dismiss.text', {
          person: <EntityRefLink entityRef={reviewerRef} hideIcon />,
        })}
      </Typography>
      <ReasonField value={reason} onChange={setReason} initialFocus />
    </FormDialog>
  );
}
