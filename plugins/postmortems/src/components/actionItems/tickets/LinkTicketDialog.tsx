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
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { FormDialog } from '../../document/dialogs/FormDialog';
import { FormField } from '../../document/fields/FormField';
import { focusOnMount } from '../../document/fields/focusOnMount';
import { useTicket } from './useTicket';

/** Links a ticket that exists to an action item. */
export function LinkTicketDialog<T extends ActionItem>(props: {
  item: T;
  onChanged: (item: T) => void;
  onClose: () => void;
}) {
  const { item, onChanged, onClose } = props;
  const { t } = useTexts();
  const { put, busy, problem } = useTicket(item, onChanged);
  const [url, setUrl] = useState('');

  async function confirm() {
    if (await put({ url: url.trim() })) onClose();
  }

  return (
    <FormDialog
      title={t('actionItem.ticket.linkTitle', { id: item.id })}
      confirm={t('actionItem.ticket.link')}
      busy={busy}
      disabled={!url.trim()}
      onConfirm={confirm}
      onClose={onClose}
    >
      <FormField
        type="url"
        label={t('actionItem.ticket.url')}
        helperText={t('actionItem.ticket.urlHelp')}
        error={problem?.message}
        value={url}
        onChange={event => setUrl(event.target.value)}
        inputRef={focusOnMount}
        required
        inputProps={{ maxLength: LIMITS.url }}
      />
    </FormDialog>
  );
}
