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

import { useMemo } from 'react';
import { useTexts } from '../../translation';
import { exactly, roughly } from './time';
import type { Amount } from './time';

/** Amounts of time in words, such as `4 d`, `2 h 14 min` and `3 d ago`. */
export interface TimeWords {
  /** The largest unit, days at most: `4 d`. */
  roughly(ms: number): string;
  /** The two largest units: `2 h 14 min`. */
  exactly(ms: number): string;
  /** A point in time as seen from `now`: `3 d ago`, `in 2 h`. */
  relative(time: string, now: number): string;
}

export function useTimeWords(): TimeWords {
  const { t } = useTexts();

  return useMemo(() => {
    const words = ({ unit, value }: Amount) =>
      t(`time.${unit}`, { value: String(value) });
    return {
      roughly: ms => words(roughly(ms)),
      exactly: ms => exactly(ms).map(words).join(' ') || t('time.underAMinute'),
      relative: (time, now) => {
        const ms = Date.parse(time) - now;
        if (Math.abs(ms) < 60_000) return t('time.now');
        const amount = words(roughly(ms, { calendar: true }));
        return ms < 0 ? t('time.ago', { amount }) : t('time.in', { amount });
      },
    };
  }, [t]);
}
