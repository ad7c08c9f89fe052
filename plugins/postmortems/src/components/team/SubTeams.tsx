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
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import {
  SkeletonRows,
  SubtleText,
  subtleColor,
  usePostmortemsData,
} from '../shared';
import { PanelError } from '../work';
import { SubTeamRow } from './SubTeamRow';
import { teamRows } from './teamRows';

/** How many teams are shown at first. */
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

/** The team and its sub-teams one by one, those with the most overdue first. */
export function SubTeams(props: { teamRef: string }) {
  const { teamRef } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const [all, setAll] = useState(false);
  const { value, error, retry } = usePostmortemsData(
    async api => {
      const query = {
        groupBy: 'team' as const,
        teamRef: [teamRef],
        subTeams: 'include' as const,
      };
      return teamRows(
        ...(await Promise.all([
          api.getCompliance({ query }),
          api.summarizeActionItems({ query }),
        ])),
      );
    },
    [teamRef],
  );
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
              {!value && (
                <SkeletonRows rows={4} columns={5} className={classes.cell} />
              )}
              {value?.slice(0, all ? undefined : FIRST_TEAMS).map(row => (
                <SubTeamRow
                  key={row.teamRef}
                  row={row}
                  root={root}
                  isSelf={row.teamRef === teamRef}
                />
              ))}
              {value?.length === 0 && (
                <TableRow>
                  <TableCell colSpan={5} className={classes.cell}>
                    {t('team.noTeams')}
                  </TableCell>
                </TableRow>
              )}
            </TableBody>
          </Table>
        </TableContainer>
        {value && value.length > FIRST_TEAMS && !all && (
          <Button size="small" onClick={() => setAll(true)}>
            {t('team.allTeams', { value: String(value.length) })}
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
