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

import type { ReactNode } from 'react';
import { DateTime } from 'luxon';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  time: {
    whiteSpace: 'nowrap',
    cursor: 'help',
    borderRadius: 2,
  },
  tooltip: { fontVariantNumeric: 'tabular-nums' },
});

function absolute(time: DateTime) {
  return `${time.toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY)} ${
    time.offsetNameShort ?? ''
  }`.trim();
}

/**
 * Shows `children` for a point in time; hovering or focusing tells it exactly, in the viewer's
 * time zone and in UTC.
 */
export function TimeTooltip(props: { value: string; children: ReactNode }) {
  const classes = useStyles();
  const local = DateTime.fromISO(props.value);
  const utc = local.toUTC();

  return (
    <Tooltip
      title={
        <span className={classes.tooltip}>
          {absolute(local)}
          {local.offset !== 0 && (
            <>
              <br />
              {absolute(utc)}
            </>
          )}
        </span>
      }
    >
      {/* Focusable, as the exact time has no other place for those who use the keyboard. */}
      <time
        dateTime={utc.toISO() ?? undefined}
        className={classes.time}
        tabIndex={0}
      >
        {props.children}
      </time>
    </Tooltip>
  );
}
