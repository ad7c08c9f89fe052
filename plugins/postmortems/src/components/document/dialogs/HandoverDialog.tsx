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
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { inWordsOfForm } from '../fields/fieldErrors';
import { focusOnMount } from '../fields/focusOnMount';
import { FormField } from '../fields/FormField';
import { UserPicker } from '../fields/UserPicker';
import { useDocument } from '../hooks/useDocument';
import { FormDialog } from './FormDialog';
import { useMutation } from './useMutation';

/** The owner gives the postmortem back, with a word on why, and on who might take it. */
export function HandoverDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [reason, setReason] = useState('');
  const [suggestedRef, setSuggestedRef] = useState<string>();

  async function confirm() {
    const done = await run(() =>
      api.handOverOwner({
        params: { id: postmortem.id },
        body: { reason: reason.trim(), suggestedRef },
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('handover.title', { id: postmortem.id })}
      confirm={t('handover.action')}
      busy={busy}
      disabled={!reason.trim()}
      error={
        error &&
        inWordsOfForm(error, { suggestedRef: t('handover.suggestedName') })
      }
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('handover.text')}</Typography>
      <FormField
        label={t('document.dialog.reason')}
        helperText={t('handover.reasonHelp')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        inputRef={focusOnMount}
        required
        inputProps={{ maxLength: LIMITS.reason }}
      />
      <UserPicker
        label={t('handover.suggested')}
        helperText={t('handover.suggestedHelp')}
        value={suggestedRef}
        teamRefs={postmortem.teamRefs}
        onChange={setSuggestedRef}
      />
    </FormDialog>
  );
}
