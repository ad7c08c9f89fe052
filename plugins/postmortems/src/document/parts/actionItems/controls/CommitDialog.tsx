import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import type {
  ActionItem,
  ActionItemStatus,
} from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { FormDialog } from '../../../../ui/dialogs/FormDialog';
import { UserPicker } from '../../../../ui/fields/UserPicker';
import { DueFields } from './DueFields';
import { OwnerAccessWarning } from './OwnerAccessWarning';
import { teamsOf, zoneOf } from './actionItem';
import type { DueDates } from './actionItem';
import { useActionItemChange } from './useActionItemChange';
import { useActionItemWords } from './useActionItemWords';
import type { ActionItemField } from './useActionItemWords';
import { useDueForm } from './useDueForm';

/** Props for dialogs that ask for what a status change requires. */
export interface StepDialogProps {
  item: ActionItem;
  to: ActionItemStatus;
  /** The due dates that the policy suggests, if known. */
  dueDates?: DueDates;
  teamRefs?: string[];
  /** The time zone of due dates. */
  zone?: string;
  onClose: () => void;
}

const FIELDS: Array<ActionItemField | undefined> = [
  'ownerRef',
  'dueAt',
  'dueReason',
];

/** Commits to an action item by setting an owner and a due date. */
export function CommitDialog(props: StepDialogProps) {
  const { item, to, dueDates, onClose } = props;
  const proposedDueAt = dueDates?.[item.priority];
  const { teamRefs = teamsOf(item), zone = zoneOf(item) } = props;
  const { t } = useTexts();
  const { labels } = useActionItemWords();
  const { change, busy, problem } = useActionItemChange(item);
  const [ownerRef, setOwnerRef] = useState(item.ownerRef);
  const due = useDueForm(
    item,
    item.dueAt ?? proposedDueAt,
    proposedDueAt,
    problem,
  );

  // If the suggested due dates are unknown, an empty date means the suggested one.
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
      <OwnerAccessWarning item={item} ownerRef={ownerRef} />
      <DueFields
        form={due}
        known={[item.dueAt, proposedDueAt]}
        proposedDueAt={proposedDueAt}
        zone={zone}
        helperText={isKnown ? undefined : t('actionItem.due.fromPolicy')}
        required={isKnown}
        problem={problem}
        initialFocus={Boolean(item.ownerRef)}
      />
    </FormDialog>
  );
}
