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

import TrendingDownIcon from '@material-ui/icons/TrendingDown';
import TrendingFlatIcon from '@material-ui/icons/TrendingFlat';
import TrendingUpIcon from '@material-ui/icons/TrendingUp';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../translation';
import { subtleColor } from '../shared';
import type { Quarter } from './quarters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    ...theme.typography.body2,
    color: subtleColor(theme),
  },
}));

/** How the last quarter compares to the one before, with that one's fraction. */
export function Trend(props: {
  /** Percentage points; absent where one of the two had nothing due. */
  points?: number;
  before: Quarter;
}) {
  const { points, before } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [year, quarter] = before.key.split('-');
  const than = {
    quarter: `${quarter} ${year}`,
    percent: String(before.percent),
    met: String(before.met),
    due: String(before.due),
  };

  if (before.percent === undefined) {
    return (
      <span className={classes.root}>
        {t('team.trend.nothingBefore', than)}
      </span>
    );
  }
  if (points === undefined) {
    return <span className={classes.root}>{t('team.trend.before', than)}</span>;
  }
  const value = String(Math.abs(points));
  if (points > 0) {
    return (
      <span className={classes.root}>
        <TrendingUpIcon aria-hidden />
        {t('team.trend.better', { ...than, value })}
      </span>
    );
  }
  if (points < 0) {
    return (
      <span className={classes.root}>
        <TrendingDownIcon aria-hidden />
        {t('team.trend.worse', { ...than, value })}
      </span>
    );
  }
  return (
    <span className={classes.root}>
      <TrendingFlatIcon aria-hidden />
      {t('team.trend.same', than)}
    </span>
  );
}
