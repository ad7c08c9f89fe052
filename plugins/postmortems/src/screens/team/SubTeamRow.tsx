import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  EntityDisplayName,
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { dueStatuses } from '../../ui/charts/rate';
import { IconButton } from '../../ui/controls/IconButton';
import type { UrlFilter } from '../../ui/filters/filter';
import { statusColors } from '../../ui/labels/statusColors';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { Rate } from '../compliance/Rate';
import { ActionItemsPanel } from '../work/ActionItemsPanel';
import { PostmortemsPanel } from '../work/PostmortemsPanel';
import { underWay } from '../work/filters';
import { linkTo } from '../work/links';
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

/** A team's figures, linked to their lists. Expands to show overdue work. */
export function SubTeamRow(props: {
  row: TeamRow;
  /** Path of the page that has the lists. */
  root: string;
  /** Whether the row is for the page's own team. */
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
            aria-expanded={open}
            label={t('team.openRow', {
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
              {name} <span className={classes.zero}>{t('team.direct')}</span>
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
              exceptionsTo={linkTo(`${root}/all`, {
                ...team,
                complianceStatus: dueStatuses,
                hasExceptions: 'true',
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
