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
import { useApi } from '@backstage/core-plugin-api';
import { publicationRequirements } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { ChecklistItems } from '../deadline/ChecklistItems';
import { inWordsOfForm } from '../fields/fieldErrors';
import { useDocument } from '../hooks/useDocument';
import type { Transition } from '../model/lifecycle';
import { ReviewersField } from '../review/ReviewersField';
import { AnnounceField } from './AnnounceField';
import { FormDialog } from './FormDialog';
import { ReasonField } from './ReasonField';
import { useMutation } from './useMutation';

/** Moves the postmortem along its lifecycle; a step back says why. */
export function StatusDialog(props: {
  transition: Transition;
  onClose: () => void;
}) {
  const { transition, onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem, apply, setEditing } = useDocument();
  const { run, busy, error } = useMutation();
  const [reason, setReason] = useState('');
  // Who published it once has told of it; again they may have nothing to tell.
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
        const named = await api.putReviewers({
          params,
          body: { reviewerRefs },
          ifMatch: revision,
        });
        apply(named);
        revision = named.revision;
      }
      return api.changeStatus({
        params,
        body: {
          to: transition.to,
          reason: reason.trim() || undefined,
          ...(transition.name === 'publish' && { announce }),
        },
        ifMatch: revision,
      });
    });
    if (!done) return;
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
      disabled={blocked || (transition.needsReason && !reason.trim())}
      error={
        error && inWordsOfForm(error, { reviewerRefs: t('review.reviewers') })
      }
      onConfirm={confirm}
      onClose={onClose}
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
        <ReasonField value={reason} onChange={setReason} initialFocus />
      )}
    </FormDialog>
  );
}
