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

import { useRouteRef } from '@backstage/core-plugin-api';
import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { Figure } from '../entity/Figure';
import { dueStatuses } from '../figures';
import { periodRange, toApiFilter } from '../filters';
import type { UrlFilter } from '../filters';
import { useNow, usePostmortemsData } from '../shared';
import { PanelError, linkTo } from '../work';
import { Trend } from './Trend';
import { recentQuarters, startOfQuarters } from './quarters';
import type { Quarter } from './quarters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5, 2),
    marginBottom: theme.spacing(2),
  },
}));

/** How well the team kept its deadlines: in the last quarter, against the one before, and now. */
export function Quarters(props: { team: UrlFilter }) {
  const { team } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const now = useNow();
  const query = toApiFilter({ ...team, startedAfter: startOfQuarters(now) });
  const { value, error, retry } = usePostmortemsData(
    api => api.getCompliance({ query: { groupBy: 'quarter', ...query } }),
    [JSON.stringify(query)],
  );

  if (error) return <PanelError error={error} retry={retry} />;
  if (!value) {
    return (
      <div className={classes.root} aria-hidden>
        <Skeleton variant="rect" width={190} height={63} />
        <Skeleton variant="rect" width={190} height={63} />
      </div>
    );
  }

  const { running, last, before, trend } = recentQuarters(value, now);

  function figure(quarter: Quarter, when: string) {
    const { key, percent, met, due } = quarter;
    if (percent === undefined) {
      return <Figure value="–" label={t('team.nothingDue', { when })} />;
    }
    return (
      <Figure
        value={t('figures.percent', { percent: String(percent) })}
        label={t('team.onTime', { when, met: String(met), due: String(due) })}
        to={linkTo(`${root}/all`, {
          ...team,
          ...periodRange(key),
          complianceStatus: dueStatuses,
        })}
      />
    );
  }

  return (
    <div className={classes.root}>
      {figure(last, quarterName(last))}
      {(last.due > 0 || before.due > 0) && (
        <Trend points={trend} before={before} />
      )}
      {figure(running, t('team.soFar', { quarter: quarterName(running) }))}
    </div>
  );
}

/** `2026-Q3` as people say it. */
function quarterName({ key }: Quarter): string {
  const [year, quarter] = key.split('-');
  return `${quarter} ${year}`;
}
