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

import { useRouteRef } from '@backstage/core-plugin-api';
import type { ActionItemFigures as Figures } from 'backstage-plugin-postmortems-common';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { countOpen } from '../actionItems/list/openWork';
import { linkTo } from '../filters';
import { Figure } from './Figure';

/** The open and the overdue action items of an entity, in numbers that lead to them. */
export function ActionItemFigures(props: {
  figures: Figures;
  entityRef: string;
}) {
  const { figures, entityRef } = props;
  const { t } = useTexts();
  const list = `${useRouteRef(rootRouteRef)()}/action-items`;
  const within = { entityRef: [entityRef] };
  const open = countOpen(figures);

  return (
    <>
      <Figure
        value={open}
        label={t('figures.openActionItems', { count: open })}
        to={open > 0 ? linkTo(list, within) : undefined}
      />
      {figures.overdue > 0 && (
        <Figure
          value={figures.overdue}
          label={t('figures.overdueActionItems', { count: figures.overdue })}
          to={linkTo(list, { ...within, overdue: 'true' })}
          alarming
        />
      )}
    </>
  );
}
