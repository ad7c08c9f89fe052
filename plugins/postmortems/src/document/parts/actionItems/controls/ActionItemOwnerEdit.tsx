import { useState } from 'react';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { FormPopover } from '../../../../ui/dialogs/FormPopover';
import { UserPicker } from '../../../../ui/fields/UserPicker';
import { OwnerLabel } from '../../../../ui/labels/OwnerLabel';
import { ChangeProblem } from './ChangeProblem';
import { InlineEdit } from './InlineEdit';
import { OwnerAccessWarning } from './OwnerAccessWarning';
import { teamsOf } from './actionItem';
import { useActionItemChange } from './useActionItemChange';
import { useActionItemWords } from './useActionItemWords';

/** An action item's owner, editable in place. */
export function ActionItemOwnerEdit(props: {
  item: ActionItem;
  canEdit: boolean;
  /**
   * Teams whose members are suggested first. Default: the postmortem's owning teams, known only if
   * the item comes from a list.
   */
  teamRefs?: string[];
}) {
  const { item, canEdit, teamRefs = teamsOf(item) } = props;
  const { t } = useTexts();
  const label = (
    <OwnerLabel postmortem={{ ownerRef: item.ownerRef }} list="action-items" />
  );
  if (!canEdit) return label;

  const name = item.ownerRef
    ? t('actionItem.owner.change', { id: item.id })
    : t('actionItem.owner.assignTo', { id: item.id });
  return (
    <InlineEdit
      label={name}
      give={item.ownerRef ? undefined : t('actionItem.owner.assign')}
      form={(anchorEl, close) => (
        <OwnerForm
          item={item}
          anchorEl={anchorEl}
          label={name}
          teamRefs={teamRefs}
          onClose={close}
        />
      )}
    >
      {label}
    </InlineEdit>
  );
}

function OwnerForm(props: {
  item: ActionItem;
  anchorEl: HTMLElement;
  label: string;
  teamRefs?: string[];
  onClose: () => void;
}) {
  const { item, onClose } = props;
  const { t } = useTexts();
  const { labels } = useActionItemWords();
  const { change, busy, problem } = useActionItemChange(item);
  const [ownerRef, setOwnerRef] = useState(item.ownerRef);

  async function save() {
    if (await change({ ownerRef: ownerRef ?? null })) onClose();
  }

  return (
    <FormPopover
      anchorEl={props.anchorEl}
      label={props.label}
      busy={busy}
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
      <OwnerAccessWarning item={item} ownerRef={ownerRef} />
      <ChangeProblem problem={problem} fields={['ownerRef']} />
    </FormPopover>
  );
}
