import { isCommitted } from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { FormPopover } from '../../../../ui/dialogs/FormPopover';
import { ChangeProblem } from './ChangeProblem';
import { DueFields } from './DueFields';
import { DueLabel } from './DueLabel';
import { InlineEdit } from './InlineEdit';
import { zoneOf } from './actionItem';
import type { DueDates } from './actionItem';
import { useActionItemChange } from './useActionItemChange';
import { useDueForm } from './useDueForm';

/** An action item's due date, editable in place. */
export function ActionItemDueEdit(props: {
  item: ActionItem;
  canEdit: boolean;
  /** The due dates that the policy suggests, if known. */
  dueDates?: DueDates;
  zone?: string;
}) {
  const { item, canEdit, dueDates, zone = zoneOf(item) } = props;
  const { t } = useTexts();
  const value = <DueLabel item={item} zone={zone} />;
  if (!canEdit) return value;

  const label = t('actionItem.due.change', { id: item.id });
  return (
    <InlineEdit
      label={label}
      give={
        item.dueAt || !isCommitted(item.status)
          ? undefined
          : t('actionItem.due.set')
      }
      form={(anchorEl, close) => (
        <DueForm
          item={item}
          anchorEl={anchorEl}
          label={label}
          proposedDueAt={dueDates?.[item.priority]}
          zone={zone}
          onClose={close}
        />
      )}
    >
      {value}
    </InlineEdit>
  );
}

function DueForm(props: {
  item: ActionItem;
  anchorEl: HTMLElement;
  label: string;
  proposedDueAt?: string;
  zone?: string;
  onClose: () => void;
}) {
  const { item, proposedDueAt, onClose } = props;
  const { change, busy, problem } = useActionItemChange(item);
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
    <FormPopover
      anchorEl={props.anchorEl}
      label={props.label}
      busy={busy}
      disabled={!form.isComplete}
      onSave={save}
      onClose={onClose}
    >
      <DueFields
        form={form}
        known={[item.dueAt, proposedDueAt]}
        proposedDueAt={proposedDueAt}
        zone={props.zone}
        problem={problem}
        initialFocus
      />
      <ChangeProblem problem={problem} fields={['dueAt', 'dueReason']} />
    </FormPopover>
  );
}
