import { useState } from 'react';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { actionItemQueries, complianceQueries } from '../../data/queries';
import { together, useLoaded } from '../../data/useLoaded';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { SkeletonRows } from '../../ui/feedback/SkeletonRows';
import { SubtleText } from '../../ui/layout/SubtleText';
import { subtleColor } from '../../ui/layout/subtleColor';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { PanelError } from '../work/PanelError';
import { SubTeamRow } from './SubTeamRow';
import { teamRows } from './teamRows';

/** Number of teams shown initially. */
const FIRST_TEAMS = 10;

const useStyles = makeStyles(theme => ({
  head: {
    ...theme.typography.caption,
    padding: theme.spacing(1),
    textTransform: 'none',
    color: subtleColor(theme),
    wordBreak: 'normal',
    whiteSpace: 'nowrap',
    '&:first-child': { paddingLeft: theme.spacing(2) },
  },
  number: { textAlign: 'right' },
  cell: { padding: theme.spacing(0.75, 2) },
  note: { marginTop: theme.spacing(1) },
}));

/** The team and its sub-teams, most overdue first. */
export function SubTeams(props: { teamRef: string }) {
  const { teamRef } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const [all, setAll] = useState(false);
  const query = {
    groupBy: 'team' as const,
    teamRef: [teamRef],
    subTeams: 'include' as const,
  };
  const { value, error, retry } = together({
    compliance: useLoaded(complianceQueries.report(query)),
    actionItems: useLoaded(actionItemQueries.summary(query)),
  });
  const rows = value && teamRows(value.compliance, value.actionItems);
  const number = `${classes.head} ${classes.number}`;

  if (error) return <PanelError error={error} retry={retry} />;
  return (
    <>
      <Paper variant="outlined">
        <TableContainer>
          <Table size="small" aria-label={t('team.subTeams')}>
            <TableHead>
              <TableRow>
                <TableCell className={classes.head}>{t('team.team')}</TableCell>
                <TableCell className={number}>
                  {t('team.overduePostmortems')}
                </TableCell>
                <TableCell className={number}>
                  {t('team.overdueActionItems')}
                </TableCell>
                <TableCell className={number}>
                  {t('team.openActionItems')}
                </TableCell>
                <TableCell className={classes.head}>
                  {t('compliance.onTime')}
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {!rows && (
                <SkeletonRows rows={4} columns={5} className={classes.cell} />
              )}
              {rows?.slice(0, all ? undefined : FIRST_TEAMS).map(row => (
                <SubTeamRow
                  key={row.teamRef}
                  row={row}
                  root={root}
                  isSelf={row.teamRef === teamRef}
                />
              ))}
              {rows?.length === 0 && (
                <TableRow>
                  <TableCell colSpan={5} className={classes.cell}>
                    {t('team.noTeams')}
                  </TableCell>
                </TableRow>
              )}
            </TableBody>
          </Table>
        </TableContainer>
        {rows && rows.length > FIRST_TEAMS && !all && (
          <Button size="small" onClick={() => setAll(true)}>
            {t('team.allTeams', { value: String(rows.length) })}
          </Button>
        )}
      </Paper>
      <div className={classes.note}>
        <SubtleText variant="caption">
          {t('compliance.overlap.team')}
        </SubtleText>
      </div>
    </>
  );
}
