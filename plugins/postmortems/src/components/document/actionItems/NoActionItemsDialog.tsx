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
import { FormDialog } from '../dialogs/FormDialog';
import { ReasonField } from '../dialogs/ReasonField';
import { useMutation } from '../dialogs/useMutation';
import { useDocument } from '../hooks/useDocument';

/** Writes down the decision that no urgent action item is needed. */
export function NoActionItemsDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [reason, setReason] = useState(postmortem.noActionItemsReason ?? '');

  async function confirm() {
    const done = await run(() =>
      api.updatePostmortem({
        params: { id: postmortem.id },
        body: { noActionItemsReason: reason.trim() },
        ifMatch: postmortem.revision,
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('actionItem.gate.dialogTitle')}
      confirm={t('actionItem.gate.confirm')}
      busy={busy}
      disabled={!reason.trim()}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('actionItem.gate.dialogText')}</Typography>
      <ReasonField value={reason} onChange={setReason} initialFocus />
    </FormDialog>
  );
}
