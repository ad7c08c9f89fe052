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

import { DateTime } from 'luxon';
import { useLocale } from '../../translation';
import { TimeTooltip } from './TimeTooltip';
import { useNow } from './useNow';

/** The day of a point in time in the viewer's time zone, with the year only where it is not this one. */
export function DateLabel(props: { value: string }) {
  const locale = useLocale();
  const now = DateTime.fromMillis(useNow());
  const date = DateTime.fromISO(props.value);
  return (
    <TimeTooltip value={props.value}>
      {date.toLocaleString(
        date.year === now.year
          ? { day: 'numeric', month: 'short' }
          : DateTime.DATE_MED,
        { locale },
      )}
    </TimeTooltip>
  );
}
