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
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { TimeField } from '../fields/TimeField';
import { useDocument } from '../hooks/useDocument';
import { FormDialog } from './FormDialog';
import { ReasonField } from './ReasonField';
import { useMutation } from './useMutation';

/** Grants a later deadline, or changes the one granted. */
export function ExtensionDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [reason, setReason] = useState(postmortem.extension?.reason ?? '');
  const [dueAt, setDueAt] = useState(postmortem.dueAt);

  async function confirm() {
    if (!dueAt) return;
    const done = await run(() =>
      api.putExtension({
        params: { id: postmortem.id },
        body: { reason: reason.trim(), dueAt },
        ifMatch: postmortem.revision,
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('document.extension.dialogTitle', { id: postmortem.id })}
      confirm={t('document.extension.grant')}
      busy={busy}
      disabled={!reason.trim() || !dueAt}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('document.extension.text')}</Typography>
      <TimeField
        label={t('document.extension.dueAt')}
        value={dueAt}
        onChange={setDueAt}
        required
        initialFocus
      />
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
