import type { ReactNode } from 'react';
import { actionItemUpdatePermission } from 'backstage-plugin-postmortems-common';
import type {
  ListedActionItem,
  Ticket,
} from 'backstage-plugin-postmortems-common';
import { isPermitted } from '../../data/useMay';
import { ActionItemDueEdit } from '../../document/parts/actionItems/controls/ActionItemDueEdit';
import { ActionItemOwnerEdit } from '../../document/parts/actionItems/controls/ActionItemOwnerEdit';
import { ActionItemStatusSelect } from '../../document/parts/actionItems/controls/ActionItemStatusSelect';
import { KindLabel } from '../../document/parts/actionItems/controls/KindLabel';
import { PriorityLabel } from '../../document/parts/actionItems/controls/PriorityLabel';
import { TicketChip } from '../../document/parts/actionItems/tickets/TicketChip';
import { useTrackers } from '../../document/parts/actionItems/tickets/useTrackers';
import { postmortemRouteRef } from '../../routes';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import type { SizedColumn } from '../../ui/table/fitColumns';

export type ActionItemColumn =
  | 'due'
  | 'owner'
  | 'status'
  | 'priority'
  | 'severity'
  | 'postmortem'
  | 'kind'
  | 'ticket';

interface Column extends SizedColumn {
  sort?: string;
  render: (item: ListedActionItem) => ReactNode;
}

export function canEdit(item: ListedActionItem): boolean {
  return isPermitted(item, actionItemUpdatePermission);
}

function PostmortemTitle(props: { item: ListedActionItem }) {
  const { id, title } = props.item.postmortem;
  return (
    <Link to={useRouteRef(postmortemRouteRef)({ id })} title={title}>
      {title}
    </Link>
  );
}

function TicketCell(props: { ticket: Ticket }) {
  return <TicketChip ticket={props.ticket} trackers={useTrackers()} />;
}

/** The columns in the order of the table. */
export const columnNames: ActionItemColumn[] = [
  'due',
  'owner',
  'status',
  'priority',
  'severity',
  'postmortem',
  'kind',
  'ticket',
];

/** The columns, most important first. */
export const columns: Record<ActionItemColumn, Column> = {
  due: {
    sort: 'dueAt',
    width: 166,
    priority: 1,
    render: item => <ActionItemDueEdit item={item} canEdit={canEdit(item)} />,
  },
  owner: {
    sort: 'ownerRef',
    width: 160,
    priority: 1,
    render: item => <ActionItemOwnerEdit item={item} canEdit={canEdit(item)} />,
  },
  status: {
    sort: 'status',
    width: 130,
    priority: 1,
    render: item => (
      <ActionItemStatusSelect item={item} canEdit={canEdit(item)} />
    ),
  },
  priority: {
    sort: 'priority',
    width: 96,
    priority: 1,
    render: item => <PriorityLabel priority={item.priority} />,
  },
  severity: {
    width: 76,
    priority: 1,
    render: item => (
      <SeverityChip governing={item.postmortem.governingSeverity} />
    ),
  },
  postmortem: {
    width: 180,
    priority: 2,
    render: item => <PostmortemTitle item={item} />,
  },
  kind: {
    width: 96,
    priority: 4,
    render: item => <KindLabel kind={item.kind} />,
  },
  ticket: {
    width: 110,
    priority: 3,
    render: item => item.ticket && <TicketCell ticket={item.ticket} />,
  },
};
