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
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { OwnerLabel } from '../../shared';
import { UserPicker } from '../../document/fields/UserPicker';
import { EditPopover } from './EditPopover';
import { InlineEdit } from './InlineEdit';
import { teamsOf } from './actionItem';
import { useActionItemChange } from './useActionItemChange';
import { useActionItemWords } from './useActionItemWords';

/** Who does an action item, or that nobody does, and the way to change that in place. */
export function ActionItemOwnerEdit<T extends ActionItem>(props: {
  item: T;
  canEdit: boolean;
  /** Whose members come first in the choice; left out: the teams that the list tells. */
  teamRefs?: string[];
  onChanged: (item: T) => void;
}) {
  const { item, canEdit, teamRefs = teamsOf(item), onChanged } = props;
  const { t } = useTexts();
  const label = <OwnerLabel postmortem={{ ownerRef: item.ownerRef }} />;
  if (!canEdit) return label;

  const name = item.ownerRef
    ? t('actionItem.owner.change', { id: item.id })
    : t('actionItem.owner.nameOf', { id: item.id });
  return (
    <InlineEdit
      label={name}
      give={item.ownerRef ? undefined : t('actionItem.owner.name')}
      form={(anchorEl, close) => (
        <OwnerForm
          item={item}
          anchorEl={anchorEl}
          label={name}
          teamRefs={teamRefs}
          onChanged={onChanged}
          onClose={close}
        />
      )}
    >
      {label}
    </InlineEdit>
  );
}

function OwnerForm<T extends ActionItem>(props: {
  item: T;
  anchorEl: HTMLElement;
  label: string;
  teamRefs?: string[];
  onChanged: (item: T) => void;
  onClose: () => void;
}) {
  const { item, onChanged, onClose } = props;
  const { t } = useTexts();
  const { labels } = useActionItemWords();
  const { change, busy, problem } = useActionItemChange(item, onChanged);
  const [ownerRef, setOwnerRef] = useState(item.ownerRef);

  async function save() {
    if (await change({ ownerRef: ownerRef ?? null })) onClose();
  }

  return (
    <EditPopover
      anchorEl={props.anchorEl}
      label={props.label}
      busy={busy}
      problem={problem}
      fields={['ownerRef']}
      onSave={save}
      onClose={onClose}
    >
      <UserPicker
        groups
        label={labels.ownerRef}
        helperText={t('actionItem.owner.help')}
        error={problem?.field === 'ownerRef' ? problem.message : undefined}
        value={ownerRef}
        teamRefs={props.teamRefs}
        onChange={setOwnerRef}
        initialFocus
      />
    </EditPopover>
  );
}
