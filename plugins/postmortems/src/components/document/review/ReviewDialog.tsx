/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { Verdict } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { FormDialog } from '../dialogs/FormDialog';
import { useMutation } from '../dialogs/useMutation';
import { FormField } from '../fields/FormField';
import { focusOnMount } from '../fields/focusOnMount';
import { useDocument } from '../hooks/useDocument';

/**
 * Gives a review of what was read. Nobody approves unread text: once it has changed, the dialog
 * sends its reader back to it.
 */
export function ReviewDialog(props: {
  verdict: Verdict;
  /** The contentRevision that was read. */
  read: number;
  onDone: () => void;
  onClose: () => void;
}) {
  const { verdict, read, onDone, onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem, apply } = useDocument();
  const { id } = postmortem;
  const { run, busy, error } = useMutation();
  const [comment, setComment] = useState('');
  const changed = postmortem.contentRevision !== read;
  const mustReadAgain = changed && verdict === 'approve';

  async function confirm() {
    const done = await run(() =>
      api.addReview({
        params: { id },
        body: {
          verdict,
          comment: comment.trim() || undefined,
          contentRevision: read,
        },
      }),
    );
    if (done) {
      onDone();
      return;
    }
    // What was refused was often decided on what is no longer so: shows what is.
    try {
      apply(await api.getPostmortem({ params: { id } }));
    } catch {
      // Why the review failed is said already.
    }
  }

  if (mustReadAgain) {
    return (
      <FormDialog
        title={t('review.approve.title', { id })}
        confirm={t('review.readAgain')}
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
      disabled={verdict === 'request-changes' && !comment.trim()}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t(`review.${verdict}.text`)}</Typography>
      {changed && <Alert severity="info">{t('review.changedMaybeDone')}</Alert>}
      <FormField
        label={t(`review.${verdict}.comment`)}
        value={comment}
        onChange={event => setComment(event.target.value)}
        inputRef={focusOnMount}
        required={verdict === 'request-changes'}
        multiline
        minRows={verdict === 'request-changes' ? 4 : 2}
        inputProps={{ maxLength: LIMITS.reason }}
      />
    </FormDialog>
  );
}
