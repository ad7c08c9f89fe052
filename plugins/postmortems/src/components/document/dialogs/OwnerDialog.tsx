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
import { OwnerSuggestions } from '../fields/OwnerSuggestions';
import { UserPicker } from '../fields/UserPicker';
import { useDocument } from '../hooks/useDocument';
import { FormDialog } from './FormDialog';
import { useMutation } from './useMutation';

/** Names the one owner. */
export function OwnerDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { postmortem } = useDocument();
  const { run, busy, error } = useMutation();
  const [ownerRef, setOwnerRef] = useState(postmortem.ownerRef);

  async function confirm() {
    const done = await run(() =>
      api.putOwner({
        params: { id: postmortem.id },
        body: { ownerRef: ownerRef ?? null },
        ifMatch: postmortem.revision,
      }),
    );
    if (done) onClose();
  }

  return (
    <FormDialog
      title={t('document.owner.dialogTitle')}
      confirm={t('document.dialog.save')}
      busy={busy}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <UserPicker
        label={t('fields.ownerRef')}
        helperText={t('fields.ownerHelp')}
        value={ownerRef}
        teamRefs={postmortem.teamRefs}
        onChange={setOwnerRef}
        initialFocus
      />
      <OwnerSuggestions
        known={{
          entityRefs: postmortem.entityRefs,
          commanderRef: postmortem.commanderRef,
          contributors: postmortem.contributors,
          postmortemId: postmortem.id,
        }}
        value={ownerRef}
        onChoose={setOwnerRef}
      />
    </FormDialog>
  );
}
