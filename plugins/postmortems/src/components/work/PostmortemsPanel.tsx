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
import { rootRouteRef } from '../../routes';
import { toApiFilter } from '../filters';
import type { UrlFilter } from '../filters';
import { usePostmortemsData } from '../shared';
import { PostmortemRow } from './PostmortemRow';
import { WorkPanel } from './WorkPanel';
import { MOST_ROWS, linkTo } from './links';

/** The first few postmortems that a filter lets through, by deadline. */
export function PostmortemsPanel(props: {
  title: string;
  level?: 2 | 3;
  filter: UrlFilter;
  empty: ReactNode;
}) {
  const { title, level, filter, empty } = props;
  const root = useRouteRef(rootRouteRef)();
  const orderField = 'dueAt,asc';
  const query = { ...toApiFilter(filter), orderField, limit: MOST_ROWS };
  const data = usePostmortemsData(
    api => api.listPostmortems({ query }),
    [JSON.stringify(query)],
  );

  return (
    <WorkPanel
      title={title}
      level={level}
      data={data}
      items={data.value?.items}
      row={postmortem => (
        <PostmortemRow key={postmortem.id} postmortem={postmortem} />
      )}
      to={linkTo(`${root}/all`, filter, orderField)}
      empty={empty}
    />
  );
}
