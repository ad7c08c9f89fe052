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
import { ListTable } from '../table';
import { PostmortemLink } from './PostmortemLink';
import { columns } from './columns';
import type { ColumnName } from './columns';

/** A compact table of postmortems. */
export function PostmortemTable(props: {
  label: string;
  columnNames: ColumnName[];
  /** Absent while the first ones load. */
  postmortems?: PostmortemSummary[];
  /** Others are on their way to replace them. */
  loading: boolean;
  orderField: string;
  onSort: (field: string) => void;
  /** Stands where there are no rows. */
  placeholder?: ReactNode;
}) {
  const { columnNames, postmortems, ...rest } = props;
  const { t } = useTexts();

  return (
    <ListTable
      {...rest}
      rows={postmortems}
      title={{
        label: t('list.column.title'),
        sort: 'title',
        render: postmortem => <PostmortemLink postmortem={postmortem} />,
      }}
      columns={columnNames.map(name => ({
        name,
        label: t(`list.column.${name}`),
        ...columns[name],
      }))}
    />
  );
}
