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
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableFooter from '@material-ui/core/TableFooter';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ComplianceFigures,
  ComplianceGroupBy,
  ComplianceReport,
  ComplianceStatus,
} from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../translation';
import { dueStatuses } from '../figures';
import type { UrlFilter } from '../filters';
import {
  Hint,
  SkeletonRows,
  complianceStatusKeys,
  statusColors,
  useTimeWords,
  subtleColor,
} from '../shared';
import { GroupName } from './GroupName';
import { Rate } from './Rate';
import { groupFilter } from './groupFilter';

/** Left to right from what needs doing to what needs nothing. */
const statuses: ComplianceStatus[] = [
  'overdue',
  'late',
  'met',
  'due-soon',
  'on-track',
  'pending',
  'waived',
  'not-required',
];

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(0.75, 1),
    fontSize: theme.typography.pxToRem(14),
    color: theme.palette.text.primary,
    whiteSpace: 'nowrap',
  },
  head: {
    ...theme.typography.caption,
    padding: theme.spacing(1),
    verticalAlign: 'bottom',
    textTransform: 'none',
    color: subtleColor(theme),
    // The theme breaks words anywhere, which narrow columns would make use of.
    wordBreak: 'normal',
    whiteSpace: 'normal',
  },
  // The name of the group stays in sight where the window is narrower than the table.
  name: {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    backgroundColor: 'inherit',
    maxWidth: 220,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // Nobody can point at a name that is cut off there to read the rest of it.
    [theme.breakpoints.down('xs')]: {
      minWidth: 110,
      maxWidth: 130,
      whiteSpace: 'normal',
      wordBreak: 'normal',
      overflowWrap: 'anywhere',
    },
  },
  // Opaque, as numbers pass under the name that stays.
  row: {
    '&&': { backgroundColor: theme.palette.background.paper },
    '&&:hover': { backgroundColor: theme.palette.background.default },
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  zero: { color: subtleColor(theme) },
  overdue: {
    color: statusColors(theme.palette.type).overdue,
    fontWeight: 600,
  },
  overall: { '& $cell': { fontWeight: 600, borderBottom: 'none' } },
}));

/** A count, leading to the list it counts where there is anything in it. */
function Count(props: { value: number; to: string; alarming?: boolean }) {
  const { value, to, alarming } = props;
  const locale = useLocale();
  const classes = useStyles();
  if (value === 0) return <span className={classes.zero}>0</span>;
  return (
    <Link to={to} className={alarming ? classes.overdue : undefined}>
      {value.toLocaleString(locale)}
    </Link>
  );
}

function FiguresRow(props: {
  name: ReactNode;
  figures: ComplianceFigures;
  filter: UrlFilter;
  listLink: (filter: UrlFilter) => string;
  className?: string;
}) {
  const { name, figures, filter, listLink, className } = props;
  const classes = useStyles();
  const words = useTimeWords();
  const number = `${classes.cell} ${classes.number}`;
  const { medianHoursToPublish } = figures;

  return (
    <TableRow className={`${classes.row} ${className ?? ''}`}>
      <TableCell
        component="th"
        scope="row"
        role="rowheader"
        className={`${classes.cell} ${classes.name}`}
      >
        {name}
      </TableCell>
      <TableCell className={classes.cell}>
        <Rate
          figures={figures}
          to={listLink({ ...filter, complianceStatus: dueStatuses })}
        />
      </TableCell>
      {statuses.map(status => (
        <TableCell key={status} className={number}>
          <Count
            value={figures.counts[status]}
            to={listLink({ ...filter, complianceStatus: [status] })}
            alarming={status === 'overdue'}
          />
        </TableCell>
      ))}
      <TableCell className={number}>
        <Count value={figures.total} to={listLink(filter)} />
      </TableCell>
      <TableCell className={number}>
        {medianHoursToPublish === undefined ? (
          <span className={classes.zero}>–</span>
        ) : (
          words.exactly(medianHoursToPublish * 3_600_000)
        )}
      </TableCell>
    </TableRow>
  );
}

/** The roll-up: a row of figures per group, each a link to what it counts, and all together. */
export function ComplianceTable(props: {
  groupBy: ComplianceGroupBy;
  /** Absent while the first one loads. */
  report?: ComplianceReport;
  filter: UrlFilter;
  listLink: (filter: UrlFilter) => string;
}) {
  const { groupBy, report, filter, listLink } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const numberHead = `${classes.head} ${classes.number}`;

  return (
    <TableContainer>
      <Table size="small" aria-label={t('compliance.title')}>
        <TableHead>
          <TableRow className={classes.row}>
            <TableCell className={`${classes.head} ${classes.name}`}>
              {t(`compliance.by.${groupBy}`)}
            </TableCell>
            <TableCell className={classes.head}>
              {t('compliance.onTime')}
            </TableCell>
            {statuses.map(status => (
              <TableCell key={status} className={numberHead}>
                {t(`complianceStatus.${complianceStatusKeys[status]}`)}
              </TableCell>
            ))}
            <TableCell className={numberHead}>{t('compliance.all')}</TableCell>
            <TableCell className={numberHead}>
              <Hint title={t('compliance.medianHint')}>
                {t('compliance.median')}
              </Hint>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {!report && (
            <SkeletonRows
              rows={6}
              columns={statuses.length + 4}
              className={classes.cell}
            />
          )}
          {report?.groups.map(group => (
            <FiguresRow
              key={group.key}
              name={<GroupName groupBy={groupBy} groupKey={group.key} />}
              figures={group}
              filter={groupFilter(filter, groupBy, group.key)}
              listLink={listLink}
            />
          ))}
        </TableBody>
        {report && (
          <TableFooter>
            <FiguresRow
              name={t('compliance.overall')}
              figures={report.overall}
              filter={filter}
              listLink={listLink}
              className={classes.overall}
            />
          </TableFooter>
        )}
      </Table>
    </TableContainer>
  );
}
