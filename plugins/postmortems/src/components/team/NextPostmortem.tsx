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

import { useTexts } from '../../translation';
import { toApiFilter } from '../filters';
import type { UrlFilter } from '../filters';
import { PostmortemLink } from '../list';
import { RelativeTime, usePostmortemsData } from '../shared';
import { aheadPostmortems } from './filters';

/** That no postmortem is overdue, and which is due next. */
export function NextPostmortem(props: { team: UrlFilter }) {
  const { t } = useTexts();
  const query = {
    ...toApiFilter(aheadPostmortems(props.team)),
    orderField: 'dueAt,asc',
    limit: 1,
    totalItems: 'exclude' as const,
  };
  const { value } = usePostmortemsData(
    api => api.listPostmortems({ query }),
    [JSON.stringify(query)],
  );
  const next = value?.items[0];

  return (
    <>
      {t('team.noOverduePostmortems')}{' '}
      {next?.dueAt &&
        t('team.next', {
          link: <PostmortemLink postmortem={next} />,
          due: <RelativeTime value={next.dueAt} />,
        })}
      {value && !next && t('team.noNextPostmortem')}
    </>
  );
}
