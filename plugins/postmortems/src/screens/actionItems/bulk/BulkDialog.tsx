import { useState } from 'react';
import type {
  BulkUpdateActionItems,
  ListedActionItem,
} from 'backstage-plugin-postmortems-common';
import { OwnerAccessWarning } from '../../../document/parts/actionItems/controls/OwnerAccessWarning';
import { isRestricted } from '../../../document/parts/actionItems/controls/actionItem';
import { useActionItemWords } from '../../../document/parts/actionItems/controls/useActionItemWords';
import { useTexts } from '../../../texts/useTexts';
import { FormDialog } from '../../../ui/dialogs/FormDialog';
import { ReasonField } from '../../../ui/dialogs/ReasonField';
import { easternmost } from '../../../ui/dates/zones';
import { DateField } from '../../../ui/fields/DateField';
import { FormField } from '../../../ui/fields/FormField';
import { UserPicker } from '../../../ui/fields/UserPicker';

export type BulkChange = BulkUpdateActionItems['set'];

/** Bulk changes that ask for a value. */
export type BulkQuestion = 'owner' | 'due' | 'declined';

/** Asks for the owner, due date or reason that applies to all selected items. */
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

  // The first item of each restricted postmortem, because one warning per postmortem is enough.
  const restricted = items.filter(
    (item, index) =>
      isRestricted(item) &&
      items.findIndex(each => each.postmortem.id === item.postmortem.id) ===
        index,
  );

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
        <>
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
          {restricted.map(item => (
            <OwnerAccessWarning
              key={item.postmortem.id}
              item={item}
              ownerRef={ownerRef}
            />
          ))}
        </>
      )}
      {question === 'due' && (
        <>
          <DateField
            label={labels.dueAt}
            helperText={t('actionItem.due.help')}
            value={dueAt}
            zone={easternmost(items.map(item => item.postmortem.timeZone))}
            onChange={setDueAt}
            required
            initialFocus
          />
          <FormField
            label={labels.dueReason}
            helperText={t('actionItemList.bulk.dueReasonHelp')}
            value={text}
            onChange={event => setText(event.target.value)}
            limit="reason"
          />
        </>
      )}
      {question === 'declined' && (
        <ReasonField value={text} onChange={setText} initialFocus />
      )}
    </FormDialog>
  );
}
