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

import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import HistoryIcon from '@material-ui/icons/History';
import { DateTime } from 'luxon';
import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../../translation';

const useStyles = makeStyles(theme => ({
  button: { padding: theme.spacing(0.25) },
  icon: { fontSize: theme.typography.pxToRem(16) },
  list: { margin: 0, padding: theme.spacing(0.5, 0), listStyle: 'none' },
}));

/** How the severity changed over the incident, on hover and on focus. */
export function SeverityHistory(props: { changes: SeverityChange[] }) {
  const { changes } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();

  if (changes.length < 2) return null;
  return (
    <Tooltip
      interactive
      title={
        <ol className={classes.list}>
          {changes.map(({ at, severity, reason }) => (
            <li key={at}>
              {t('document.severityStep', {
                time: DateTime.fromISO(at).toLocaleString(
                  DateTime.DATETIME_MED,
                  { locale },
                ),
                severity,
              })}
              {reason && `: ${reason}`}
            </li>
          ))}
        </ol>
      }
    >
      <IconButton
        size="small"
        className={classes.button}
        aria-label={t('document.severityHistory')}
      >
        <HistoryIcon className={classes.icon} />
      </IconButton>
    </Tooltip>
  );
}
