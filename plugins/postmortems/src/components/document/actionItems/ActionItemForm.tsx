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

import { useEffect, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../../api';
import { useTexts } from '../../../translation';
import { addressOf } from '../../actionItems/parts';
import { useDocument } from '../hooks/useDocument';
import { ItemFormFrame } from '../items/ItemFormFrame';
import { useItemForm } from '../items/useItemForm';
import { withActionItem } from '../model/items';
import { ActionItemFields } from './ActionItemFields';
import type { ActionItemText } from './ActionItemFields';

function textOf(item: ActionItem): ActionItemText {
  const { title, kind, priority, description } = item;
  return { title, kind, priority, description };
}

/** Changes what an action item says. Its status, owner and due date are changed where they stand. */
export function ActionItemForm(props: {
  item: ActionItem;
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { t } = useTexts();
  const api = useApi(postmortemsApiRef);
  const { apply } = useDocument();
  const titleField = useRef<HTMLInputElement>(null);
  useEffect(() => titleField.current?.focus(), []);

  const form = useItemForm<ActionItem, ActionItemText>({
    item,
    initial: textOf(item),
    valuesOf: textOf,
    show: shown => apply(current => withActionItem(current, shown)),
    send: (body, onto = item) =>
      api.updateActionItem({
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
