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
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { addressOf } from '../../actionItems/parts';
import { FormDialog } from '../dialogs/FormDialog';
import { useDocument } from '../hooks/useDocument';
import { useRemoveItem } from '../items/useRemoveItem';
import { withActionItem, withoutActionItem } from '../model/items';

/** Asks before an action item is gone, and tells of the better way to decide against it. */
export function RemoveActionItemDialog(props: {
  item: ActionItem;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { apply } = useDocument();
  const [busy, setBusy] = useState(false);
  const { remove, error } = useRemoveItem<ActionItem>({
    remove: ({ revision }) =>
      api.removeActionItem({ params: addressOf(item), ifMatch: revision }),
    show: current => apply(state => withActionItem(state, current)),
    hide: ({ id }) => apply(state => withoutActionItem(state, id)),
  });

  async function confirm() {
    setBusy(true);
    await remove(item);
    setBusy(false);
  }

  return (
    <FormDialog
      title={t('actionItem.list.removeTitle', { id: item.id })}
      confirm={t('document.item.remove')}
      busy={busy}
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>
        {t('actionItem.list.removeText', { title: item.title })}
      </Typography>
    </FormDialog>
  );
}
