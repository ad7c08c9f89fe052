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
import { LIMITS } from 'backstage-plugin-postmortems-common';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../translation';
import { FormDialog } from '../../../document/dialogs/FormDialog';
import { ReasonField } from '../../../document/dialogs/ReasonField';
import { DateField } from '../../../document/fields/DateField';
import { FormField } from '../../../document/fields/FormField';
import { UserPicker } from '../../../document/fields/UserPicker';
import { useActionItemWords } from '../../parts';
import type { BulkChange } from './bulkUpdate';

/** What is asked before many action items are changed. */
export type BulkQuestion = 'owner' | 'due' | 'declined';

/** Asks for the owner, the due date or the reason that all the items are to have. */
export function BulkDialog(props: {
  question: BulkQuestion;
  items: ListedActionItem[];
  busy: boolean;
  onConfirm: (change: BulkChange) => void;
  onClose: () => void;
}) {
  const { question, items, busy, onConfirm, onClose } = props;
  const { t } = useTexts();
  const { labels } = useActionItemWords();
  const [ownerRef, setOwnerRef] = useState<string>();
  const [dueAt, setDueAt] = useState<string>();
  const [text, setText] = useState('');
  const reason = text.trim();

  const changes: Record<BulkQuestion, BulkChange | undefined> = {
    owner: ownerRef ? { ownerRef } : undefined,
    due: dueAt ? { dueAt, ...(reason && { dueReason: reason }) } : undefined,
    declined: reason ? { status: 'declined', statusReason: reason } : undefined,
  };
  const change = changes[question];
  const teamRefs = [
    ...new Set(items.flatMap(item => item.postmortem.teamRefs)),
  ];

  return (
    <FormDialog
      title={t(`actionItemList.bulk.title.${question}`, {
        count: items.length,
      })}
      confirm={t(`actionItemList.bulk.confirm.${question}`)}
      busy={busy}
      disabled={!change}
      onConfirm={() => change && onConfirm(change)}
      onClose={onClose}
    >
      {question === 'owner' && (
        <UserPicker
          groups
          label={labels.ownerRef}
          helperText={t('actionItem.owner.help')}
          value={ownerRef}
          teamRefs={teamRefs}
          onChange={setOwnerRef}
          required
          initialFocus
        />
      )}
      {question === 'due' && (
        <>
          <DateField
            label={labels.dueAt}
            helperText={t('actionItem.due.help')}
            value={dueAt}
            onChange={setDueAt}
            required
            initialFocus
          />
          <FormField
            label={labels.dueReason}
            helperText={t('actionItemList.bulk.dueReasonHelp')}
            value={text}
            onChange={event => setText(event.target.value)}
            inputProps={{ maxLength: LIMITS.reason }}
          />
        </>
      )}
      {question === 'declined' && (
        <ReasonField value={text} onChange={setText} initialFocus />
      )}
    </FormDialog>
  );
}
