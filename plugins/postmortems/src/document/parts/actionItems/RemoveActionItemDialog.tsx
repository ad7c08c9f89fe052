import Typography from '@material-ui/core/Typography';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { useRemoveItem } from '../../items/useRemoveItem';
import { addressOf } from './controls/actionItem';

/** Asks before removing an action item, and suggests declining it instead. */
export function RemoveActionItemDialog(props: {
  item: ActionItem;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const { remove, busy, error } = useRemoveItem<ActionItem>(({ revision }) =>
    send('removeActionItem', { params: addressOf(item), ifMatch: revision }),
  );

  return (
    <FormDialog
      title={t('actionItem.list.removeTitle', { id: item.id })}
      confirm={t('document.item.remove')}
      busy={busy}
      error={error}
      onConfirm={() => remove(item)}
      onClose={onClose}
    >
      <Typography>
        {t('actionItem.list.removeText', { title: item.title })}
      </Typography>
    </FormDialog>
  );
}
