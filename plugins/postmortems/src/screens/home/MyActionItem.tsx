import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import {
  actionItemUpdatePermission,
  isClosed,
} from 'backstage-plugin-postmortems-common';
import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { isPermitted } from '../../data/useMay';
import { ActionItemStatusLabel } from '../../document/parts/actionItems/controls/ActionItemStatusLabel';
import { ChangeProblem } from '../../document/parts/actionItems/controls/ChangeProblem';
import { DueLabel } from '../../document/parts/actionItems/controls/DueLabel';
import { PriorityLabel } from '../../document/parts/actionItems/controls/PriorityLabel';
import { useActionItemChange } from '../../document/parts/actionItems/controls/useActionItemChange';
import { useTexts } from '../../texts/useTexts';
import { IconButton } from '../../ui/controls/IconButton';
import { ActionItemLink } from '../actionItems/ActionItemLink';
import { MyRow } from './MyRow';

/** One of the user's action items, with a button to mark it as done. */
export function MyActionItem(props: { item: ListedActionItem }) {
  const { item } = props;
  const { t } = useTexts();
  const canEdit = isPermitted(item, actionItemUpdatePermission);
  const { change, busy, problem } = useActionItemChange(item);
  const label = t('home.done', { id: item.id });

  return (
    <MyRow
      title={<ActionItemLink item={item} />}
      facts={
        <>
          {isClosed(item.status) ? (
            <ActionItemStatusLabel status={item.status} />
          ) : (
            <DueLabel item={item} zone={item.postmortem.timeZone} />
          )}
          <PriorityLabel priority={item.priority} />
        </>
      }
      action={
        canEdit &&
        !isClosed(item.status) && (
          <IconButton
            label={label}
            tooltip={label}
            onClick={() => busy || change({ status: 'done' })}
          >
            <CheckCircleOutlineIcon />
          </IconButton>
        )
      }
    >
      <ChangeProblem problem={problem} fields={[]} />
    </MyRow>
  );
}
