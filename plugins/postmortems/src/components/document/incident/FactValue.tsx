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
import type {
  Link,
  SeverityChange,
  SourceFactField,
} from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../../translation';
import { HistoryValue } from '../history/HistoryValue';

/** What one side says of a fact. */
export function FactValue(props: { field: SourceFactField; value: unknown }) {
  const { field, value } = props;
  const { t } = useTexts();
  const locale = useLocale();

  switch (field) {
    case 'severityHistory':
      return (
        <>
          {(value as SeverityChange[])
            .map(({ at, severity }) =>
              t('document.severityStep', {
                time: DateTime.fromISO(at).toLocaleString(
                  DateTime.DATETIME_MED,
                  { locale },
                ),
                severity,
              }),
            )
            .join('; ')}
        </>
      );
    case 'links':
      // Their titles are all alike where a source gives them.
      return <HistoryValue value={(value as Link[]).map(({ url }) => url)} />;
    default:
      return <HistoryValue value={value} />;
  }
}
