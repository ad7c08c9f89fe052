import { actionItemUpdatePermission } from 'backstage-plugin-postmortems-common';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { isPermitted } from '../../data/useMay';
import { ActionItemDueEdit } from '../../document/parts/actionItems/controls/ActionItemDueEdit';
import { ActionItemOwnerEdit } from '../../document/parts/actionItems/controls/ActionItemOwnerEdit';
import { ActionItemStatusSelect } from '../../document/parts/actionItems/controls/ActionItemStatusSelect';
import { PriorityLabel } from '../../document/parts/actionItems/controls/PriorityLabel';
import { ActionItemLink } from '../actionItems/ActionItemLink';
import { WorkRow } from './WorkRow';

/** An action item, with the controls needed to move it forward. */
export function ActionItemRow(props: { item: ListedActionItem }) {
  const { item } = props;
  const canEdit = isPermitted(item, actionItemUpdatePermission);
  const cell = { ...props, canEdit };
  return (
    <WorkRow
      mark={<PriorityLabel priority={item.priority} />}
      title={<ActionItemLink item={item} />}
      about={item.postmortem.title}
      state={<ActionItemStatusSelect {...cell} />}
      owner={<ActionItemOwnerEdit {...cell} />}
      due={<ActionItemDueEdit {...cell} />}
    />
  );
}
