import { useState } from 'react';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { FormDialog } from '../../../../ui/dialogs/FormDialog';
import { FormField } from '../../../../ui/fields/FormField';
import { focusOnMount } from '../../../../ui/fields/focusOnMount';
import { useTicket } from './useTicket';

/** Links an existing ticket to an action item. */
export function LinkTicketDialog(props: {
  item: ActionItem;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { t } = useTexts();
  const { put, busy, problem } = useTicket(item);
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
        limit="url"
      />
    </FormDialog>
  );
}
