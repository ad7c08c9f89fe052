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

import type { ActionItemFilter } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { ActionItemLink } from '../actionItems/list/ActionItemLink';
import { toApiFilter } from '../filters';
import type { UrlFilter } from '../filters';
import { RelativeTime, usePostmortemsData } from '../shared';
import { aheadItems } from './filters';

/** That no action item is overdue, and which is due next. */
export function NextActionItem(props: { team: UrlFilter }) {
  const { t } = useTexts();
  const query = {
    ...toApiFilter<ActionItemFilter>(aheadItems(props.team)),
    orderField: 'dueAt,asc',
    limit: 1,
    totalItems: 'exclude' as const,
  };
  const { value } = usePostmortemsData(
    api => api.listActionItems({ query }),
    [JSON.stringify(query)],
  );
  const next = value?.items[0];

  return (
    <>
      {t('team.noOverdueActionItems')}{' '}
      {next?.dueAt &&
        t('team.next', {
          link: <ActionItemLink item={next} />,
          due: <RelativeTime value={next.dueAt} />,
        })}
      {value && !next && t('team.noNextActionItem')}
    </>
  );
}
