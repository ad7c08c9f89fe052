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
import { useLocale } from '../../translation';
import { Hint } from './Hint';

function absolute(time: DateTime, locale: string | undefined) {
  return `${time.toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY, {
    locale,
  })} ${time.offsetNameShort ?? ''}`.trim();
}

/**
 * Shows `children` for a point in time; hovering or focusing tells it exactly, in the viewer's
 * time zone and in UTC.
 */
export function TimeTooltip(props: { value: string; children: ReactNode }) {
  const locale = useLocale();
  const local = DateTime.fromISO(props.value);
  const utc = local.toUTC();

  return (
    <Hint
      title={
        <>
          {absolute(local, locale)}
          {local.offset !== 0 && (
            <>
              <br />
              {absolute(utc, locale)}
            </>
          )}
        </>
      }
    >
      <time dateTime={utc.toISO() ?? undefined}>{props.children}</time>
    </Hint>
  );
}
