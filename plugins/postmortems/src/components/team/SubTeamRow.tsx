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

import { useState } from 'react';
import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  EntityDisplayName,
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useLocale, useTexts } from '../../translation';
import { Rate } from '../compliance/Rate';
import { dueStatuses } from '../figures';
import type { UrlFilter } from '../filters';
import { statusColors, subtleColor } from '../shared';
import { ActionItemsPanel, PostmortemsPanel, linkTo, underWay } from '../work';
import { overdueItems, overduePostmortems } from './filters';
import type { TeamRow } from './teamRows';

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(0.25, 1),
    fontSize: theme.typography.pxToRem(14),
    color: theme.palette.text.primary,
    whiteSpace: 'nowrap',
    '&:first-child': { paddingLeft: theme.spacing(1) },
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  zero: { color: subtleColor(theme) },
  overdue: {
    color: statusColors(theme.palette.type).overdue,
    fontWeight: 600,
  },
  icon: { transition: theme.transitions.create('transform') },
  opened: { transform: 'rotate(180deg)' },
  detail: {
    padding: theme.spacing(1, 2, 0),
    backgroundColor: theme.palette.background.default,
  },
}));

/** One team's numbers, each leading to what it counts; opens to show what is overdue. */
export function SubTeamRow(props: {
  row: TeamRow;
  /** The page over everything, where the lists are. */
  root: string;
  /** The team on whose page the row stands. */
  isSelf: boolean;
}) {
  const { row, root, isSelf } = props;
  const { teamRef, postmortems, actionItems } = row;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();
  const entityPage = useRouteRef(entityRouteRef);
  const [open, setOpen] = useState(false);
  const team: UrlFilter = { teamRef: [teamRef] };
  const name = (
    <EntityDisplayName entityRef={teamRef} hideIcon disableTooltip />
  );

  function count(value: number, to: string, alarming?: boolean) {
    if (value === 0) return <span className={classes.zero}>0</span>;
    return (
      <Link to={to} className={alarming ? classes.overdue : undefined}>
        {value.toLocaleString(locale)}
      </Link>
    );
  }
  const number = `${classes.cell} ${classes.number}`;

  return (
    <>
      <TableRow hover>
        <TableCell
          component="th"
          scope="row"
          role="rowheader"
          className={classes.cell}
        >
          <IconButton
            size="small"
            aria-expanded={open}
            aria-label={t('team.openRow', {
              team: parseEntityRef(teamRef).name,
            })}
            onClick={() => setOpen(!open)}
          >
            <ExpandMoreIcon
              className={`${classes.icon} ${open ? classes.opened : ''}`}
            />
          </IconButton>{' '}
          {isSelf ? (
            <>
              {name} <span className={classes.zero}>{t('team.itself')}</span>
            </>
          ) : (
            <Link to={`${entityPage(entityRouteParams(teamRef))}/postmortems`}>
              {name}
            </Link>
          )}
        </TableCell>
        <TableCell className={number}>
          {count(
            postmortems?.counts.overdue ?? 0,
            linkTo(`${root}/all`, overduePostmortems(team)),
            true,
          )}
        </TableCell>
        <TableCell className={number}>
          {count(
            actionItems?.overdue ?? 0,
            linkTo(`${root}/action-items`, overdueItems(team)),
            true,
          )}
        </TableCell>
        <TableCell className={number}>
          {count(
            (actionItems?.counts.open ?? 0) +
              (actionItems?.counts['in-progress'] ?? 0),
            linkTo(`${root}/action-items`, { ...team, ...underWay }),
          )}
        </TableCell>
        <TableCell className={classes.cell}>
          {postmortems ? (
            <Rate
              figures={postmortems}
              to={linkTo(`${root}/all`, {
                ...team,
                complianceStatus: dueStatuses,
              })}
            />
          ) : (
            <span className={classes.zero}>{t('figures.nothingDue')}</span>
          )}
        </TableCell>
      </TableRow>
      {open && (
        <TableRow>
          <TableCell colSpan={5} className={classes.detail}>
            <PostmortemsPanel
              title={t('team.overduePostmortems')}
              level={3}
              filter={overduePostmortems(team)}
              empty={t('team.noOverduePostmortems')}
            />
            <ActionItemsPanel
              title={t('team.overdueActionItems')}
              level={3}
              filter={overdueItems(team)}
              empty={t('team.noOverdueActionItems')}
            />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
