import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import { useDraftText } from '../../data/drafts/useDraftText';
import { useSend } from '../../data/mutations';
import { useTexts } from '../../texts/useTexts';
import { FormDialog } from '../../ui/dialogs/FormDialog';
import { ReasonField } from '../../ui/dialogs/ReasonField';
import { inWordsOfForm } from '../../ui/fields/fieldErrors';
import { ChecklistItems } from '../deadline/ChecklistItems';
import { useMutation } from '../dialogs/useMutation';
import { ReviewersField } from '../parts/review/ReviewersField';
import { useDocument } from '../useDocument';
import { AnnounceField } from './AnnounceField';
import type { Transition } from './lifecycle';

/** Changes the status. Returning to an earlier status requires a reason. */
export function StatusDialog(props: {
  transition: Transition;
  onClose: () => void;
}) {
  const { transition, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { postmortem, thaw, setEditing } = useDocument();
  const { run, busy, error } = useMutation();
  const reason = useDraftText(postmortem.id, `status/${transition.name}`);
  // By default, only the first publication is announced.
  const [announce, setAnnounce] = useState(
    postmortem.publications.length === 0,
  );
  const asked = postmortem.review.reviewerRefs;
  const [reviewerRefs, setReviewerRefs] = useState(asked);
  const open = publicationRequirements(postmortem).filter(({ met }) => !met);
  const blocked = transition.name === 'publish' && open.length > 0;

  async function confirm() {
    const params = { id: postmortem.id };
    const done = await run(async () => {
      let { revision } = postmortem;
      if (reviewerRefs.join() !== asked.join()) {
        const named = await send('putReviewers', {
          params,
          body: { reviewerRefs },
          ifMatch: revision,
        });
        thaw?.(named);
        revision = named.revision;
      }
      return send('changeStatus', {
        params,
        body: {
          to: transition.to,
          reason: reason.text.trim() || undefined,
          ...(transition.name === 'publish' && { announce }),
        },
        ifMatch: revision,
      });
    });
    if (!done) return;
    reason.confirm(reason.text);
    if (transition.name === 'publish') setEditing(false);
    onClose();
  }

  return (
    <FormDialog
      title={t(`document.transition.${transition.name}.title`, {
        id: postmortem.id,
      })}
      confirm={t(`document.transition.${transition.name}.action`)}
      busy={busy}
      disabled={blocked || (transition.needsReason && !reason.text.trim())}
      error={
        error && inWordsOfForm(error, { reviewerRefs: t('review.reviewers') })
      }
      unsaved={reason.isUnsaved}
      onConfirm={confirm}
      onClose={() => {
        reason.discard();
        onClose();
      }}
    >
      {blocked ? (
        <>
          <Typography>
            {t('document.checklist.blocks', { count: open.length })}
          </Typography>
          <ChecklistItems items={open} onFollow={onClose} />
        </>
      ) : (
        <Typography>
          {t(`document.transition.${transition.name}.text`)}
        </Typography>
      )}
      {transition.name === 'publish' && !blocked && (
        <AnnounceField value={announce} onChange={setAnnounce} />
      )}
      {transition.name === 'review' && (
        <ReviewersField value={reviewerRefs} onChange={setReviewerRefs} />
      )}
      {transition.needsReason && (
        <ReasonField
          value={reason.text}
          onChange={reason.setText}
          initialFocus
        />
      )}
    </FormDialog>
  );
}
