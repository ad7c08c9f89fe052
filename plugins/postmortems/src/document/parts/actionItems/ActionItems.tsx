import { useCallback, useState } from 'react';
import AddIcon from '@material-ui/icons/Add';
import { actionItemCreatePermission } from 'backstage-plugin-postmortems-common';
import { useDrafts } from '../../../data/drafts/useDrafts';
import { useMay } from '../../../data/useMay';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { DocumentPart } from '../../DocumentPart';
import { isEmptyPart } from '../../parts';
import { useDocument } from '../../useDocument';
import { EmptySection } from '../sections/EmptySection';
import { ActionItemDrafts } from './ActionItemDrafts';
import { ActionItemTable } from './ActionItemTable';
import { NewActionItemForm } from './NewActionItemForm';
import { NoActionItems } from './NoActionItems';

export function ActionItems() {
  const { t } = useTexts();
  const { postmortem, canEdit, editing, setEditing } = useDocument();
  const { id: postmortemId, actionItems, noActionItemsReason } = postmortem;
  const canAdd = useMay(actionItemCreatePermission, postmortemId);
  // Id of the edited item, or 'new'.
  const [open, setOpen] = useState<string>();
  const close = useCallback(() => setOpen(undefined), []);
  const edit = useCallback(
    (id: string) => {
      if (canEdit) setEditing(true);
      setOpen(id);
    },
    [canEdit, setEditing],
  );

  const hasDrafts = useDrafts(postmortemId).some(({ part }) =>
    part.startsWith('action-items/'),
  );
  const isEmptyOne = isEmptyPart(postmortem, 'action-items');
  if (isEmptyOne && !editing && !open && !hasDrafts) return null;
  const isEmpty = actionItems.length === 0;
  return (
    <DocumentPart partKey="action-items" level={3}>
      {hasDrafts && <ActionItemDrafts canAdd={canAdd} onContinue={edit} />}
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
      {/* People who may add items but not edit the postmortem have no edit mode, so they can always
          add items. */}
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
