import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { columnsOf, dueColumn } from '../../ui/csv/columns';
import type { CsvColumn } from '../../ui/csv/columns';

/** CSV columns, named after the API's fields. */
export const csvColumns: CsvColumn<ListedActionItem>[] = [
  ...columnsOf<ListedActionItem>()(
    'id',
    'title',
    'kind',
    'priority',
    'status',
    'ownerRef',
  ),
  dueColumn(
    'dueAt',
    item => item.dueAt,
    item => item.postmortem.timeZone,
  ),
  ...columnsOf<ListedActionItem>()(
    'overdue',
    'statusReason',
    'closedAt',
    'createdAt',
    'updatedAt',
  ),
  { header: 'ticket.url', value: item => item.ticket?.url },
  { header: 'postmortem.id', value: item => item.postmortem.id },
  { header: 'postmortem.title', value: item => item.postmortem.title },
  {
    header: 'postmortem.governingSeverity',
    value: item => item.postmortem.governingSeverity,
  },
  {
    header: 'postmortem.entityRefs',
    value: item => item.postmortem.entityRefs,
  },
  { header: 'postmortem.teamRefs', value: item => item.postmortem.teamRefs },
];
