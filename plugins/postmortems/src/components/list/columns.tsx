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
import { useTexts } from '../../translation';
import {
  ComplianceStatusLabel,
  DateLabel,
  Duration,
  EntityRefs,
  OwnerLabel,
  SeverityChip,
  StatusLabel,
} from '../shared';
import type { SizedColumn } from '../table';

/** The columns there are beside the title. */
export type ColumnName =
  | 'severity'
  | 'compliance'
  | 'status'
  | 'owner'
  | 'entities'
  | 'teams'
  | 'started';

/** A column beside the title. */
export interface Column extends SizedColumn {
  /** The field of the API to order by. */
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
    width: 88,
    priority: 4,
    render: ({ status }) => <StatusLabel status={status} />,
  },
  entities: {
    width: 145,
    priority: 3,
    render: ({ entityRefs }) => <EntityRefs entityRefs={entityRefs} max={1} />,
  },
  teams: {
    width: 170,
    priority: 5,
    render: ({ teamRefs }) => <EntityRefs entityRefs={teamRefs} max={1} />,
  },
  owner: {
    width: 150,
    priority: 2,
    render: postmortem => <OwnerLabel postmortem={postmortem} />,
  },
  started: {
    sort: 'startedAt',
    width: 196,
    priority: 1,
    render: postmortem => <Started postmortem={postmortem} />,
  },
};
