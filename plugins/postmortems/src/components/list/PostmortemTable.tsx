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
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { postmortemsTranslationRef } from '../../translation';
import { SkeletonRows, subtleColor } from '../shared';
import { PostmortemLink } from './PostmortemLink';
import { columns } from './columns';
import type { ColumnName } from './columns';
import { fitColumns } from './fitColumns';
import type { SortField } from './useListState';
import { useWidth } from './useWidth';

const useStyles = makeStyles(theme => ({
  table: { tableLayout: 'fixed' },
  cell: {
    padding: theme.spacing(0.75, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    ...theme.typography.body2,
    color: theme.palette.text.primary,
    '&:first-child': { paddingLeft: theme.spacing(2) },
  },
  head: {
    ...theme.typography.caption,
    textTransform: 'none',
    color: subtleColor(theme),
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: theme.palette.background.paper,
  },
  wrap: { whiteSpace: 'normal' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    marginTop: theme.spacing(0.5),
  },
  stale: { opacity: 0.5, transition: 'opacity 200ms 200ms' },
}));

/**
 * A compact table of postmortems. It is a table of our own rather than the portal's, which
 * wants all rows at once, or page numbers: neither exists with pages that begin at a cursor.
 */
export function PostmortemTable(props: {
  label: string;
  columnNames: ColumnName[];
  /** Absent while the first ones load. */
  postmortems?: PostmortemSummary[];
  /** Others are on their way to replace them. */
  loading: boolean;
  orderField: string;
  onSort: (field: SortField) => void;
  /** Stands where there are no rows. */
  placeholder?: ReactNode;
}) {
  const { columnNames, postmortems, loading, orderField, onSort } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(postmortemsTranslationRef);
  const { ref, width } = useWidth<HTMLTableElement>();
  const { shown, narrow } = fitColumns(
    columnNames.map(name => ({ name, ...columns[name] })),
    width,
  );
  const beside = narrow ? [] : shown;
  const [sortField, direction] = orderField.split(',') as [
    string,
    'asc' | 'desc',
  ];

  const head = (name: ColumnName | 'title', sort?: SortField) => {
    const active = sort !== undefined && sort === sortField;
    const label = t(`list.column.${name}`);
    return (
      <TableCell
        key={name}
        className={`${classes.cell} ${classes.head}`}
        style={{ width: name === 'title' ? undefined : columns[name].width }}
        sortDirection={active ? direction : false}
      >
        {sort ? (
          <TableSortLabel
            active={active}
            direction={active ? direction : 'asc'}
            onClick={() => onSort(sort)}
          >
            {label}
          </TableSortLabel>
        ) : (
          label
        )}
      </TableCell>
    );
  };

  return (
    <Table
      ref={ref}
      size="small"
      className={classes.table}
      aria-label={props.label}
      aria-busy={loading}
    >
      <TableHead>
        <TableRow>
          {head('title', 'title')}
          {beside.map(({ name, sort }) => head(name, sort))}
        </TableRow>
      </TableHead>
      <TableBody className={loading && postmortems ? classes.stale : undefined}>
        {!postmortems && loading && (
          <SkeletonRows
            rows={8}
            columns={beside.length + 1}
            className={classes.cell}
          />
        )}
        {postmortems?.map(postmortem => (
          <TableRow key={postmortem.id} hover>
            <TableCell
              component="th"
              scope="row"
              role="rowheader"
              className={`${classes.cell} ${narrow ? classes.wrap : ''}`}
            >
              <PostmortemLink postmortem={postmortem} />
              {narrow && (
                <div className={classes.facts}>
                  {shown.map(({ name, render }) => (
                    <span key={name}>{render(postmortem)}</span>
                  ))}
                </div>
              )}
            </TableCell>
            {beside.map(({ name, render }) => (
              <TableCell key={name} className={classes.cell}>
                {render(postmortem)}
              </TableCell>
            ))}
          </TableRow>
        ))}
        {props.placeholder && (
          <TableRow>
            <TableCell colSpan={beside.length + 1}>
              {props.placeholder}
            </TableCell>
          </TableRow>
        )}
      </TableBody>
    </Table>
  );
}
