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

import WarningIcon from '@material-ui/icons/Warning';
import { makeStyles } from '@material-ui/core/styles';
import { isClosed } from 'backstage-plugin-postmortems-common';
import type { ActionItem } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import {
  DateLabel,
  TimeTooltip,
  VisuallyHidden,
  statusColors,
  subtleColor,
  useNow,
  useTimeWords,
} from '../../shared';
import { isOverdue } from './actionItem';

const useStyles = makeStyles(theme => ({
  overdue: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: statusColors(theme.palette.type).overdue,
    fontWeight: 600,
  },
  icon: { fontSize: theme.typography.pxToRem(16) },
  quiet: { color: subtleColor(theme) },
  none: { fontStyle: 'italic', color: subtleColor(theme) },
}));

/** Until when an action item is to be done: what remains, by how much it is late, or the day. */
export function DueLabel(props: {
  item: Pick<ActionItem, 'status' | 'dueAt'>;
}) {
  const { item } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const words = useTimeWords();
  const now = useNow();

  if (!item.dueAt && item.status === 'proposed') {
    // Nobody has promised anything yet, so nothing is missing.
    return (
      <span className={classes.quiet}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{t('actionItem.due.none')}</VisuallyHidden>
      </span>
    );
  }
  if (!item.dueAt) {
    return <span className={classes.none}>{t('actionItem.due.none')}</span>;
  }
  const remaining = Date.parse(item.dueAt) - now;
  if (isOverdue(item, now)) {
    return (
      <TimeTooltip value={item.dueAt}>
        <span className={classes.overdue}>
          <WarningIcon className={classes.icon} aria-hidden />
          {t('actionItem.due.overdue', { time: words.roughly(remaining) })}
        </span>
      </TimeTooltip>
    );
  }
  if (isClosed(item.status) || remaining < 0) {
    return (
      <span className={classes.quiet}>
        {t('actionItem.due.was', { date: <DateLabel value={item.dueAt} /> })}
      </span>
    );
  }
  return (
    <TimeTooltip value={item.dueAt}>
      {t('actionItem.due.in', { time: words.roughly(remaining) })}
    </TimeTooltip>
  );
}
