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

import Button from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../../../routes';
import { useTexts } from '../../../translation';
import type { UrlFilterState } from '../../filters';
import { StateMessage } from '../../shared';
import { ANY_STATUS } from './openWork';

/** Where the list is empty: whether that is good, and what to do next. */
export function NoActionItems(props: { state: UrlFilterState }) {
  const { filter, isSet, change, clear } = props.state;
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const isAll =
    Object.keys(filter).length === 1 && filter.status?.includes(ANY_STATUS);

  if (isAll) {
    return (
      <StateMessage
        title={t('actionItemList.noneYetTitle')}
        action={
          <LinkButton variant="outlined" to={`${root}/all`}>
            {t('actionItemList.toPostmortems')}
          </LinkButton>
        }
      >
        {t('actionItemList.noneYetText')}
      </StateMessage>
    );
  }
  if (isSet) {
    return (
      <StateMessage
        title={t('actionItemList.noMatchTitle')}
        action={
          <Button variant="outlined" onClick={clear}>
            {t('filters.clear')}
          </Button>
        }
      >
        {filter.status
          ? t('actionItemList.noMatchText')
          : t('actionItemList.noOpenMatchText')}
      </StateMessage>
    );
  }
  return (
    <StateMessage
      title={t('actionItemList.nothingOpenTitle')}
      action={
        <Button
          variant="outlined"
          onClick={() => change({ status: [ANY_STATUS] })}
        >
          {t('actionItemList.showAll')}
        </Button>
      }
    >
      {t('actionItemList.nothingOpenText')}
    </StateMessage>
  );
}
