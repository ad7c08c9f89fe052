import { useEffect, useRef } from 'react';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { ItemFormFrame } from '../../items/ItemFormFrame';
import { useItemForm } from '../../items/useItemForm';
import { ActionItemFields } from './ActionItemFields';
import type { ActionItemText } from './ActionItemFields';
import { addressOf } from './controls/actionItem';

function textOf(item: ActionItem): ActionItemText {
  const { title, kind, priority, description } = item;
  return { title, kind, priority, description };
}

/** Edits an action item's text. Status, owner and due date are edited in its row. */
export function ActionItemForm(props: {
  item: ActionItem;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { t } = useTexts();
  const send = useSend();
  const titleField = useRef<HTMLInputElement>(null);
  useEffect(() => titleField.current?.focus(), []);

  const form = useItemForm<ActionItem, ActionItemText>({
    item,
    initial: textOf(item),
    valuesOf: textOf,
    draft: {
      part: `action-items/${item.id.split('/')[1]}`,
      textOf: ({ title, description }) =>
        [title, description].join('\n').trim(),
    },
    send: (body, onto = item) =>
      send('updateActionItem', {
        params: addressOf(onto),
        body,
        ifMatch: onto.revision,
      }),
  });

  async function submit() {
    if (await form.submit()) onClose();
  }

  return (
    <ItemFormFrame
      label={t('actionItem.list.edit')}
      confirm={t('document.dialog.save')}
      form={form}
      inWords={theirs =>
        [theirs.title, theirs.priority, theirs.description].join(' ').trim()
      }
      disabled={!form.values.title.trim()}
      onSubmit={submit}
      onCancel={onClose}
    >
      <ActionItemFields
        values={form.values}
        set={form.set}
        titleField={titleField}
      />
    </ItemFormFrame>
  );
}
