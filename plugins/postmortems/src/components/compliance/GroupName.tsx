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
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ComplianceGroupBy } from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../translation';
import { SeverityChip } from '../shared';

/** What a group is, in words. */
export function GroupName(props: {
  groupBy: ComplianceGroupBy;
  groupKey: string;
}) {
  const { groupBy, groupKey } = props;
  const { t } = useTexts();
  const locale = useLocale();

  switch (groupBy) {
    case 'severity':
      return <SeverityChip governing={groupKey} />;
    case 'month':
      return (
        <>
          {DateTime.fromISO(groupKey).toLocaleString(
            { month: 'long', year: 'numeric' },
            { locale },
          )}
        </>
      );
    case 'quarter': {
      const [year, quarter] = groupKey.split('-');
      return <>{`${quarter} ${year}`}</>;
    }
    default:
      return groupKey === 'none' ? (
        <em>{t('compliance.noTeam')}</em>
      ) : (
        <EntityRefLink entityRef={groupKey} hideIcon />
      );
  }
}
