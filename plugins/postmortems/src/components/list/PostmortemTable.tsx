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
import { SkeletonRows } from '../shared';
import { columns } from './columns';
import type { ColumnName } from './columns';
import type { SortField } from './useListState';

const useStyles = makeStyles(theme => ({
  table: {
    tableLayout: 'fixed',
    // The portal's theme stripes tables; rows this compact read better plain.
    '& tbody tr': { backgroundColor: 'transparent' },
  },
  cell: {
    padding: theme.spacing(0.75, 1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: theme.palette.background.paper,
    ...theme.typography.caption,
    textTransform: 'none',
    color: theme.palette.text.secondary,
  },
  xs: {},
  sm: { [theme.breakpoints.down('xs')]: { display: 'none' } },
  md: { [theme.breakpoints.down('sm')]: { display: 'none' } },
  lg: { [theme.breakpoints.down('md')]: { display: 'none' } },
  facts: {
    display: 'none',
    [theme.breakpoints.down('xs')]: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
      marginTop: theme.spacing(0.5),
    },
  },
  titleCell: {
    [theme.breakpoints.down('xs')]: { whiteSpace: 'normal' },
  },
  stale: { opacity: 0.5, transition: 'opacity 200ms 200ms' },
}));

/**
 * A compact table of postmortems. It is a table of our own rather than the portal's, which
 * wants all rows at once, or page numbers: neither exists with pages that begin at a cursor.
 *
 * In a narrow window the columns give way, the least needed first; in the narrowest the facts
 * stand below the title.
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
  const [sortField, direction] = orderField.split(',') as [
    string,
    'asc' | 'desc',
  ];
  const shown = columnNames.map(name => ({ name, ...columns[name] }));
  const belowTitle = shown.filter(column => column.from === 'sm');

  return (
    <Table
      size="small"
      className={classes.table}
      aria-label={props.label}
      aria-busy={loading}
    >
      <TableHead>
        <TableRow>
          {shown.map(({ name, sort, width, from }) => (
            <TableCell
              key={name}
              className={`${classes.cell} ${classes.head} ${classes[from]}`}
              style={{ width }}
              sortDirection={sort === sortField ? direction : false}
            >
              {sort ? (
                <TableSortLabel
                  active={sort === sortField}
                  direction={sort === sortField ? direction : 'asc'}
                  onClick={() => onSort(sort)}
                >
                  {t(`list.column.${name}`)}
                </TableSortLabel>
              ) : (
                t(`list.column.${name}`)
              )}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody className={loading && postmortems ? classes.stale : ''}>
        {!postmortems && loading && (
          <SkeletonRows rows={8} columns={shown.length} />
        )}
        {postmortems?.map(postmortem => (
          <TableRow key={postmortem.id} hover>
            {shown.map(({ name, from, render }) => (
              <TableCell
                key={name}
                component={name === 'title' ? 'th' : 'td'}
                scope={name === 'title' ? 'row' : undefined}
                className={`${classes.cell} ${classes[from]} ${
                  name === 'title' ? classes.titleCell : ''
                }`}
              >
                {render(postmortem)}
                {name === 'title' && (
                  <div className={classes.facts}>
                    {belowTitle.map(column => (
                      <span key={column.name}>{column.render(postmortem)}</span>
                    ))}
                  </div>
                )}
              </TableCell>
            ))}
          </TableRow>
        ))}
        {props.placeholder && (
          <TableRow>
            <TableCell colSpan={shown.length}>{props.placeholder}</TableCell>
          </TableRow>
        )}
      </TableBody>
    </Table>
  );
}
