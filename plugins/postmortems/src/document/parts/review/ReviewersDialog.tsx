import { useState } from 'react';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { inWordsOfForm } from '../../../ui/fields/fieldErrors';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { useMutation } from '../../dialogs/useMutation';
import { useDocument } from '../../useDocument';
import { ReviewersField } from './ReviewersField';

/** Replaces the reviewers. */
export function ReviewersDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [reviewerRefs, setReviewerRefs] = useState(
    postmortem.review.reviewerRefs,
  );

  async function confirm() {
    const done = await run(() =>
      send('putReviewers', {
        params: { id: postmortem.id },
        body: { reviewerRefs },
        ifMatch: postmortem.revision,
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('review.reviewersTitle', { id: postmortem.id })}
      confirm={t('document.dialog.save')}
      busy={busy}
      error={
        error && inWordsOfForm(error, { reviewerRefs: t('review.reviewers') })
      }
      onConfirm={confirm}
      onClose={onClose}
    >
      <ReviewersField
        value={reviewerRefs}
        onChange={setReviewerRefs}
        initialFocus
      />
      <SubtleText>
        {t(
          postmortem.status === 'in-review'
            ? 'review.notifiedNow'
            : 'review.notifiedLater',
        )}
      </SubtleText>
    </FormDialog>
  );
}
