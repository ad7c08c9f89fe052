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
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { rootRouteRef } from '../../routes';
import { useActionItems } from '../actionItems/list/useActionItems';
import { toApiFilter } from '../filters';
import type { UrlFilter } from '../filters';
import { ActionItemRow } from './ActionItemRow';
import { WorkPanel } from './WorkPanel';
import { MOST_ROWS, linkTo } from './links';

/** The first few action items that a filter lets through, by due date. */
export function ActionItemsPanel(props: {
  title: string;
  level?: 2 | 3;
  filter: UrlFilter;
  empty: ReactNode;
}) {
  const { title, level, filter, empty } = props;
  const root = useRouteRef(rootRouteRef)();
  const orderField = 'dueAt,asc';
  const query = {
    ...toApiFilter<ActionItemFilter>(filter),
    orderField,
    limit: MOST_ROWS,
  };
  const data = useActionItems(query);

  return (
    <WorkPanel
      title={title}
      level={level}
      data={data}
      items={data.items}
      row={item => (
        <ActionItemRow key={item.id} item={item} onChanged={data.show} />
      )}
      to={linkTo(`${root}/action-items`, filter, orderField)}
      empty={empty}
    />
  );
}
