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

import type { ListedActionItem } from 'backstage-plugin-postmortems-common';
import { columnsOf } from '../../csv';
import type { CsvColumn } from '../../csv';

/** What the CSV says of an action item, under the names of the API. */
export const csvColumns: CsvColumn<ListedActionItem>[] = [
  ...columnsOf<ListedActionItem>()(
    'id',
    'title',
    'kind',
    'priority',
    'status',
    'ownerRef',
    'dueAt',
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
