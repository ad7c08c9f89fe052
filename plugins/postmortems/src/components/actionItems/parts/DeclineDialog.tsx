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
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { FormDialog } from '../../document/dialogs/FormDialog';
import { ReasonField } from '../../document/dialogs/ReasonField';
import { useActionItemChange } from './useActionItemChange';

/** Decides against an action item, and says why. */
export function DeclineDialog<T extends ActionItem>(props: {
  item: T;
  onChanged: (item: T) => void;
  onClose: () => void;
}) {
  const { item, onChanged, onClose } = props;
  const { t } = useTexts();
  const { change, busy, problem } = useActionItemChange(item, onChanged);
  const [reason, setReason] = useState('');

  async function confirm() {
    const statusReason = reason.trim();
    if (await change({ status: 'declined', statusReason })) onClose();
  }

  return (
    <FormDialog
      title={t('actionItem.step.declineTitle', { id: item.id })}
      confirm={t('actionItem.step.decline')}
      busy={busy}
      disabled={!reason.trim()}
      error={problem?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('actionItem.step.declineText')}</Typography>
      <ReasonField value={reason} onChange={setReason} initialFocus />
    </FormDialog>
  );
}
