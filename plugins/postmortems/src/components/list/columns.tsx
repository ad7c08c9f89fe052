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

import type { ReactNode } from 'react';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import {
  ComplianceStatusLabel,
  DateLabel,
  Duration,
  EntityRefs,
  OwnerLabel,
  SeverityChip,
  StatusLabel,
} from '../shared';
import { PostmortemLink } from './PostmortemLink';
import type { SortField } from './useListState';

/** A column of the table. */
export type ColumnName =
  | 'title'
  | 'severity'
  | 'compliance'
  | 'status'
  | 'owner'
  | 'entities'
  | 'teams'
  | 'started';

/** How a column is shown. */
export interface Column {
  sort?: SortField;
  /** In pixels; a column without shares what is left. */
  width?: number;
  /** The narrowest window in which there is room for it. */
  from: 'xs' | 'sm' | 'md' | 'lg';
  render: (postmortem: PostmortemSummary) => ReactNode;
}

function Started(props: { postmortem: PostmortemSummary }) {
  const { startedAt, resolvedAt } = props.postmortem;
  return (
    <>
      <DateLabel value={startedAt} />
      {resolvedAt && (
        <>
          , <Duration from={startedAt} to={resolvedAt} />
        </>
      )}
    </>
  );
}

export const columns: Record<ColumnName, Column> = {
  title: {
    sort: 'title',
    from: 'xs',
    render: postmortem => <PostmortemLink postmortem={postmortem} />,
  },
  severity: {
    sort: 'severity',
    width: 130,
    from: 'sm',
    render: ({ governingSeverity, severity }) => (
      <SeverityChip governing={governingSeverity} final={severity} />
    ),
  },
  compliance: {
    sort: 'dueAt',
    width: 135,
    from: 'sm',
    render: postmortem => <ComplianceStatusLabel postmortem={postmortem} />,
  },
  status: {
    width: 100,
    from: 'md',
    render: ({ status }) => <StatusLabel status={status} />,
  },
  entities: {
    width: 170,
    from: 'md',
    render: ({ entityRefs }) => <EntityRefs entityRefs={entityRefs} max={1} />,
  },
  teams: {
    width: 140,
    from: 'lg',
    render: ({ teamRefs }) => <EntityRefs entityRefs={teamRefs} max={1} />,
  },
  owner: {
    width: 140,
    from: 'lg',
    render: postmortem => <OwnerLabel postmortem={postmortem} />,
  },
  started: {
    sort: 'startedAt',
    width: 190,
    from: 'sm',
    render: postmortem => <Started postmortem={postmortem} />,
  },
};
