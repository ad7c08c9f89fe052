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

import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { DueFields } from './DueFields';
import { DueLabel } from './DueLabel';
import { EditPopover } from './EditPopover';
import { InlineEdit } from './InlineEdit';
import type { DueDates } from './actionItem';
import { useActionItemChange } from './useActionItemChange';
import { useDueForm } from './useDueForm';

/** Until when an action item is due, and the way to change that in place. */
export function ActionItemDueEdit<T extends ActionItem>(props: {
  item: T;
  canEdit: boolean;
  /** What the policy proposes, where that is known. */
  dueDates?: DueDates;
  onChanged: (item: T) => void;
}) {
  const { item, canEdit, dueDates, onChanged } = props;
  const { t } = useTexts();
  const value = <DueLabel item={item} />;
  if (!canEdit) return value;

  const label = t('actionItem.due.change', { id: item.id });
  return (
    <InlineEdit
      label={label}
      give={
        item.dueAt || item.status === 'proposed'
          ? undefined
          : t('actionItem.due.set')
      }
      form={(anchorEl, close) => (
        <DueForm
          item={item}
          anchorEl={anchorEl}
          label={label}
          proposedDueAt={dueDates?.[item.priority]}
          onChanged={onChanged}
          onClose={close}
        />
      )}
    >
      {value}
    </InlineEdit>
  );
}

function DueForm<T extends ActionItem>(props: {
  item: T;
  anchorEl: HTMLElement;
  label: string;
  proposedDueAt?: string;
  onChanged: (item: T) => void;
  onClose: () => void;
}) {
  const { item, proposedDueAt, onChanged, onClose } = props;
  const { change, busy, problem } = useActionItemChange(item, onChanged);
  const form = useDueForm(
    item,
    item.dueAt ?? proposedDueAt,
    proposedDueAt,
    problem,
  );

  async function save() {
    if (await change(form.body)) onClose();
  }

  return (
    <EditPopover
      anchorEl={props.anchorEl}
      label={props.label}
      busy={busy}
      disabled={!form.isComplete}
      problem={problem}
      fields={['dueAt', 'dueReason']}
      onSave={save}
      onClose={onClose}
    >
      <DueFields
        form={form}
        known={[item.dueAt, proposedDueAt]}
        proposedDueAt={proposedDueAt}
        problem={problem}
        initialFocus
      />
    </EditPopover>
  );
}
