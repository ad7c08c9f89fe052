import type { ReactNode } from 'react';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { DateLabel } from '../../ui/dates/DateLabel';
import { Duration } from '../../ui/dates/Duration';
import { ComplianceStatusLabel } from '../../ui/labels/ComplianceStatusLabel';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { Labels } from '../../ui/labels/Labels';
import { OwnerLabel } from '../../ui/labels/OwnerLabel';
import { Teams } from '../../ui/labels/Teams';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { StatusLabel } from '../../ui/labels/StatusLabel';
import type { SizedColumn } from '../../ui/table/fitColumns';

export type ColumnName =
  | 'severity'
  | 'compliance'
  | 'status'
  | 'owner'
  | 'entities'
  | 'teams'
  | 'started'
  | 'labels'
  | 'updated';

/** A column next to the title. */
export interface Column extends SizedColumn {
  /** The API field to sort by. */
  sort?: string;
  render: (postmortem: PostmortemSummary) => ReactNode;
}

function Started(props: { postmortem: PostmortemSummary }) {
  const { startedAt, resolvedAt } = props.postmortem;
  const { t } = useTexts();
  return (
    <>
      <DateLabel value={startedAt} />
      {', '}
      {resolvedAt ? (
        <Duration from={startedAt} to={resolvedAt} />
      ) : (
        t('list.notResolved')
      )}
    </>
  );
}

export const columns: Record<ColumnName, Column> = {
  severity: {
    sort: 'severity',
    width: 112,
    priority: 1,
    render: ({ governingSeverity, severity }) => (
      <SeverityChip governing={governingSeverity} final={severity} />
    ),
  },
  compliance: {
    sort: 'dueAt',
    width: 140,
    priority: 1,
    render: postmortem => <ComplianceStatusLabel postmortem={postmortem} />,
  },
  status: {
    sort: 'status',
    width: 88,
    priority: 4,
    render: ({ status }) => <StatusLabel status={status} />,
  },
  entities: {
    sort: 'entityRef',
    width: 145,
    priority: 3,
    render: ({ entityRefs }) => <EntityRefs entityRefs={entityRefs} max={1} />,
  },
  teams: {
    width: 170,
    priority: 5,
    render: ({ teamRefs }) => <Teams teamRefs={teamRefs} max={1} />,
  },
  owner: {
    sort: 'ownerRef',
    width: 150,
    priority: 2,
    render: postmortem => <OwnerLabel postmortem={postmortem} list="all" />,
  },
  started: {
    sort: 'startedAt',
    width: 196,
    priority: 1,
    render: postmortem => <Started postmortem={postmortem} />,
  },
  labels: {
    width: 150,
    priority: 2,
    render: ({ labels }) => <Labels labels={labels} max={1} />,
  },
  updated: {
    sort: 'updatedAt',
    width: 100,
    priority: 2,
    render: ({ updatedAt }) => <DateLabel value={updatedAt} />,
  },
};

/** Columns that are shown only if the user chooses them. */
export const EXTRA_COLUMNS: ColumnName[] = ['labels', 'updated'];

/** Columns shown at first, until the user chooses others. */
export const DEFAULT_COLUMNS = {
  all: [
    'severity',
    'compliance',
    'status',
    'entities',
    'teams',
    'owner',
    'started',
  ],
  entity: ['severity', 'compliance', 'status', 'owner', 'started'],
  team: ['severity', 'compliance', 'status', 'entities', 'owner', 'started'],
} satisfies Record<string, ColumnName[]>;
