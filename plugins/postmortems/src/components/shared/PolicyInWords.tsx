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

import type { Due } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { usePolicy } from './usePolicy';

/** The policy in force in a sentence; nothing until it is known. */
export function PolicyInWords() {
  const { t } = useTexts();
  const policy = usePolicy()?.policy;
  if (!policy) return null;
  if (policy.rules.length === 0) return <>{t('policy.none')}</>;

  const time = (due: Due) => {
    if ('hours' in due) return t('policy.hours', { count: due.hours });
    return 'calendarDays' in due
      ? t('policy.calendarDays', { count: due.calendarDays })
      : t('policy.businessDays', { count: due.businessDays });
  };
  const rules = policy.rules.map(({ severity, due }) =>
    t('policy.within', { severity, time: time(due) }),
  );
  return <>{t('policy.sentence', { rules: rules.join(', ') })}</>;
}
