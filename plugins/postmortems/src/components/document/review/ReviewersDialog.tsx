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
import { useApi } from '@backstage/core-plugin-api';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { SubtleText } from '../../shared';
import { FormDialog } from '../dialogs/FormDialog';
import { useMutation } from '../dialogs/useMutation';
import { inWordsOfForm } from '../fields/fieldErrors';
import { useDocument } from '../hooks/useDocument';
import { ReviewersField } from './ReviewersField';

/** Asks users and groups for a review, and nobody else any more. */
export function ReviewersDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [reviewerRefs, setReviewerRefs] = useState(
    postmortem.review.reviewerRefs,
  );

  async function confirm() {
    const done = await run(() =>
      api.putReviewers({
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
            ? 'review.toldNow'
            : 'review.toldLater',
        )}
      </SubtleText>
    </FormDialog>
  );
}
