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
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { FormDialog } from '../../document/dialogs/FormDialog';
import { UserPicker } from '../../document/fields/UserPicker';
import { DueFields } from './DueFields';
import type { StepDialogProps } from './StepDialog';
import { teamsOf } from './actionItem';
import { useActionItemChange } from './useActionItemChange';
import { useActionItemWords } from './useActionItemWords';
import type { ActionItemField } from './useActionItemWords';
import { useDueForm } from './useDueForm';

const FIELDS: Array<ActionItemField | undefined> = [
  'ownerRef',
  'dueAt',
  'dueReason',
];

/** Makes a commitment of an action item: who does it, and until when. */
export function CommitDialog<T extends ActionItem>(props: StepDialogProps<T>) {
  const { item, to, dueDates, onChanged, onClose } = props;
  const proposedDueAt = dueDates?.[item.priority];
  const { teamRefs = teamsOf(item) } = props;
  const { t } = useTexts();
  const { labels } = useActionItemWords();
  const { change, busy, problem } = useActionItemChange(item, onChanged);
  const [ownerRef, setOwnerRef] = useState(item.ownerRef);
  const due = useDueForm(
    item,
    item.dueAt ?? proposedDueAt,
    proposedDueAt,
    problem,
  );

  // Where the policy proposes nothing, there is nothing to take for an empty date.
  const isKnown = dueDates !== undefined;

  async function confirm() {
    if (await change({ status: to, ownerRef, ...due.body })) onClose();
  }

  return (
    <FormDialog
      title={t('actionItem.step.commitTitle', { id: item.id })}
      confirm={t('actionItem.step.commit')}
      busy={busy}
      disabled={!ownerRef || !due.isComplete || (isKnown && !due.dueAt)}
      error={FIELDS.includes(problem?.field) ? undefined : problem?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('actionItem.step.commitText')}</Typography>
      <UserPicker
        groups
        label={labels.ownerRef}
        helperText={t('actionItem.owner.help')}
        error={problem?.field === 'ownerRef' ? problem.message : undefined}
        value={ownerRef}
        teamRefs={teamRefs}
        onChange={setOwnerRef}
        required
        initialFocus={!item.ownerRef}
      />
      <DueFields
        form={due}
        known={[item.dueAt, proposedDueAt]}
        proposedDueAt={proposedDueAt}
        helperText={isKnown ? undefined : t('actionItem.due.fromPolicy')}
        required={isKnown}
        problem={problem}
        initialFocus={Boolean(item.ownerRef)}
      />
    </FormDialog>
  );
}
