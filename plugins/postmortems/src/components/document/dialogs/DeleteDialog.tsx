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
import { useNavigate } from 'react-router-dom';
import Typography from '@material-ui/core/Typography';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import type { Postmortem } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { rootRouteRef } from '../../../routes';
import { useTexts } from '../../../translation';
import { useDocument } from '../hooks/useDocument';
import { failureOf } from '../model/failures';
import { FormDialog } from './FormDialog';

/** Asks before everything is gone. */
export function DeleteDialog(props: { onClose: () => void }) {
  const { onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const navigate = useNavigate();
  const root = useRouteRef(rootRouteRef);
  const { postmortem, apply } = useDocument();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function confirm() {
    setBusy(true);
    try {
      await api.deletePostmortem({
        params: { id: postmortem.id },
        ifMatch: postmortem.revision,
      });
      navigate(root());
    } catch (thrown) {
      const failure = failureOf(thrown);
      setBusy(false);
      if (failure.kind === 'stale') {
        apply(failure.current as Postmortem);
        setError(t('document.changedMeanwhile'));
      } else {
        setError(failure.message);
      }
    }
  }

  return (
    <FormDialog
      title={t('document.delete.title', { id: postmortem.id })}
      confirm={t('document.delete.action')}
      busy={busy}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>
        {t('document.delete.text', { title: postmortem.title })}
      </Typography>
    </FormDialog>
  );
}
