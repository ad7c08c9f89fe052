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

import { useCallback, useState } from 'react';
import Button from '@material-ui/core/Button';
import AddIcon from '@material-ui/icons/Add';
import { actionItemCreatePermission } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { SubtleText, useMay } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { isEmptyPart } from '../model/outline';
import { DocumentPart } from '../sections/DocumentPart';
import { EmptySection } from '../sections/EmptySection';
import { ActionItemTable } from './ActionItemTable';
import { NewActionItemForm } from './NewActionItemForm';
import { NoActionItems } from './NoActionItems';

/** What is done so that it does not happen again, or does less harm. */
export function ActionItems() {
  const { t } = useTexts();
  const { postmortem, canEdit, editing, setEditing } = useDocument();
  const { id: postmortemId, actionItems, noActionItemsReason } = postmortem;
  const canAdd = useMay(actionItemCreatePermission, postmortemId);
  // The id of the item being changed, or 'new'.
  const [open, setOpen] = useState<string>();
  const close = useCallback(() => setOpen(undefined), []);
  const edit = useCallback(
    (id: string) => {
      if (canEdit) setEditing(true);
      setOpen(id);
    },
    [canEdit, setEditing],
  );

  if (isEmptyPart(postmortem, 'action-items') && !editing && !open) {
    return null;
  }
  const isEmpty = actionItems.length === 0;
  return (
    <DocumentPart partKey="action-items" level={3}>
      {isEmpty && open !== 'new' && canAdd && (
        <EmptySection
          text={t(editing ? 'actionItem.list.prompt' : 'actionItem.list.empty')}
          action={
            <Button size="small" color="primary" onClick={() => edit('new')}>
              {t('actionItem.list.add')}
            </Button>
          }
        />
      )}
      {isEmpty && !canAdd && !noActionItemsReason && (
        <SubtleText>{t('actionItem.list.empty')}</SubtleText>
      )}
      {!isEmpty && (
        <ActionItemTable open={open} onEdit={edit} onClose={close} />
      )}
      {open === 'new' && <NewActionItemForm onClose={close} />}
      {/* Those who may not edit the page have no other time to add one. */}
      {canAdd && (editing || !canEdit) && open !== 'new' && !isEmpty && (
        <Button
          size="small"
          color="primary"
          startIcon={<AddIcon />}
          onClick={() => setOpen('new')}
        >
          {t('actionItem.list.add')}
        </Button>
      )}
      <NoActionItems />
    </DocumentPart>
  );
}
