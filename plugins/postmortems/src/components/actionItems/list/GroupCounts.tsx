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

import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import type { ActionItemFigures } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { statusColors, subtleColor } from '../../shared';
import { countOpen } from './openWork';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    gap: theme.spacing(2),
    ...theme.typography.body2,
    color: subtleColor(theme),
    fontVariantNumeric: 'tabular-nums',
  },
  overdue: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: statusColors(theme.palette.type).overdue,
    fontWeight: 600,
  },
  icon: { fontSize: theme.typography.pxToRem(16) },
}));

/** How many action items a group has that are overdue, open, and in all where that is more. */
export function GroupCounts(props: { figures: ActionItemFigures }) {
  const { figures } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const open = countOpen(figures);

  return (
    <span className={classes.root}>
      {figures.overdue > 0 && (
        <span className={classes.overdue}>
          <WarningIcon className={classes.icon} aria-hidden />
          {t('actionItemList.overdueCount', { value: String(figures.overdue) })}
        </span>
      )}
      <span>{t('actionItemList.openCount', { value: String(open) })}</span>
      {figures.total !== open && (
        <span>
          {t('actionItemList.allCount', { value: String(figures.total) })}
        </span>
      )}
    </span>
  );
}
