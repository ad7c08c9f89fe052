import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import type { Dependence, Verdict } from 'backstage-plugin-postmortems-common';
import { postmortemQueries } from '../../../data/queries';
import { useFetch } from '../../../data/useLoaded';
import { useDraftText } from '../../../data/drafts/useDraftText';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { FormField } from '../../../ui/fields/FormField';
import { focusOnMount } from '../../../ui/fields/focusOnMount';
import { useMutation } from '../../dialogs/useMutation';
import { useDocument } from '../../useDocument';

/**
 * Submits a review of the version that the reader has seen. If the content has changed since, they
 * must read it again first.
 */
export function ReviewDialog(props: {
  verdict: Verdict;
  /** The `contentRevision` that the reader has seen. */
  read: number;
  /** Why an approval wouldn't count; undefined if it would. */
  dependence?: Dependence;
  onDone: () => void;
  onClose: () => void;
}) {
  const { verdict, read, dependence, onDone, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const fetch = useFetch();
  const { postmortem, thaw } = useDocument();
  const { id } = postmortem;
  const { run, busy, error } = useMutation();
  const comment = useDraftText(id, `review/${verdict}`);
  const changed = postmortem.contentRevision !== read;
  const mustReadAgain = changed && verdict === 'approve';

  async function confirm() {
    const done = await run(() =>
      send('addReview', {
        params: { id },
        body: {
          verdict,
          comment: comment.text.trim() || undefined,
          contentRevision: read,
        },
      }),
    );
    if (done) {
      comment.confirm(comment.text);
      onDone();
      return;
    }
    // A rejected review often means that the page is outdated, so reload the postmortem.
    try {
      const current = await fetch(postmortemQueries.detail(id));
      thaw?.(current);
    } catch {
      // The error from the review is already shown.
    }
  }

  if (mustReadAgain) {
    return (
      <FormDialog
        title={t('review.approve.title', { id })}
        confirm={t('review.readCurrent')}
        onConfirm={onClose}
        onClose={onClose}
      >
        <Alert severity="warning">{t('review.changedSinceRead')}</Alert>
      </FormDialog>
    );
  }
  return (
    <FormDialog
      title={t(`review.${verdict}.title`, { id })}
      confirm={t(`review.${verdict}.action`)}
      busy={busy}
      disabled={verdict === 'request-changes' && !comment.text.trim()}
      error={error}
      unsaved={comment.isUnsaved}
      onConfirm={confirm}
      onClose={() => {
        comment.discard();
        onClose();
      }}
    >
      <Typography>{t(`review.${verdict}.text`)}</Typography>
      {verdict === 'approve' && dependence && (
        <Alert severity="info">
          {t(`review.yoursDoesNotCount.${dependence}`)}
        </Alert>
      )}
      {changed && <Alert severity="info">{t('review.changedMaybeDone')}</Alert>}
      <FormField
        label={t(`review.${verdict}.comment`)}
        value={comment.text}
        onChange={event => comment.setText(event.target.value)}
        inputRef={focusOnMount}
        required={verdict === 'request-changes'}
        multiline
        minRows={verdict === 'request-changes' ? 4 : 2}
        limit="reason"
      />
    </FormDialog>
  );
}
