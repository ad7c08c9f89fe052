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
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type {
  ListedActionItem,
  Tracker,
} from 'backstage-plugin-postmortems-common';
import { postmortemRouteRef } from '../../../routes';
import { SeverityChip } from '../../shared';
import type { SizedColumn } from '../../table';
import {
  ActionItemDueEdit,
  ActionItemOwnerEdit,
  ActionItemStatusSelect,
  KindLabel,
  PriorityLabel,
} from '../parts';
import { TicketChip } from '../tickets';

/** The columns there are beside the title. */
export type ActionItemColumn =
  | 'due'
  | 'owner'
  | 'status'
  | 'priority'
  | 'severity'
  | 'postmortem'
  | 'kind'
  | 'ticket';

/** What a cell needs to show an action item, and to change it. */
export interface CellProps {
  item: ListedActionItem;
  canEdit: boolean;
  onChanged: (item: ListedActionItem) => void;
}

/** The same, with what only some columns need. */
interface CellContext extends CellProps {
  trackers: Tracker[];
}

interface Column extends SizedColumn {
  sort?: string;
  render: (cell: CellContext) => ReactNode;
}

function PostmortemTitle(props: { item: ListedActionItem }) {
  const { id, title } = props.item.postmortem;
  return (
    <Link to={useRouteRef(postmortemRouteRef)({ id })} title={title}>
      {title}
    </Link>
  );
}

/** In the order in which one asks: until when, who, how far, how bad, about what. */
export const columns: Record<ActionItemColumn, Column> = {
  due: {
    sort: 'dueAt',
    width: 166,
    priority: 1,
    render: ({ trackers, ...cell }) => <ActionItemDueEdit {...cell} />,
  },
  owner: {
    width: 160,
    priority: 1,
    render: ({ trackers, ...cell }) => <ActionItemOwnerEdit {...cell} />,
  },
  status: {
    width: 130,
    priority: 1,
    render: ({ trackers, ...cell }) => <ActionItemStatusSelect {...cell} />,
  },
  priority: {
    sort: 'priority',
    width: 68,
    priority: 1,
    render: ({ item }) => <PriorityLabel priority={item.priority} />,
  },
  severity: {
    width: 76,
    priority: 1,
    render: ({ item }) => (
      <SeverityChip governing={item.postmortem.governingSeverity} />
    ),
  },
  postmortem: {
    width: 180,
    priority: 2,
    render: ({ item }) => <PostmortemTitle item={item} />,
  },
  kind: {
    width: 96,
    priority: 4,
    render: ({ item }) => <KindLabel kind={item.kind} />,
  },
  ticket: {
    width: 110,
    priority: 3,
    render: ({ item, trackers }) =>
      item.ticket && <TicketChip ticket={item.ticket} trackers={trackers} />,
  },
};
