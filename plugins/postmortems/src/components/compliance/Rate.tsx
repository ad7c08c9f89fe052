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

import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { subtleColor } from '../shared';
import { percentOnTime } from '../figures';

const useStyles = makeStyles(theme => ({
  none: { color: subtleColor(theme) },
  percent: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  bar: {
    height: 4,
    marginTop: 2,
    borderRadius: 2,
    backgroundColor: theme.palette.action.selected,
  },
  filled: {
    height: '100%',
    borderRadius: 2,
    backgroundColor: subtleColor(theme),
  },
}));

/** The share of postmortems that met their deadline, with its fraction and a bar. */
export function Rate(props: { figures: ComplianceFigures; to: string }) {
  const { figures, to } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const percent = percentOnTime(figures);

  if (percent === undefined) {
    return <span className={classes.none}>{t('figures.nothingDue')}</span>;
  }
  return (
    <>
      <Link to={to}>
        <span className={classes.percent}>
          {t('figures.percent', { percent: String(percent) })}
        </span>{' '}
        {t('figures.fraction', {
          met: String(figures.counts.met),
          due: String(figures.due),
        })}
      </Link>
      <div className={classes.bar} aria-hidden>
        <div className={classes.filled} style={{ width: `${percent}%` }} />
      </div>
    </>
  );
}
