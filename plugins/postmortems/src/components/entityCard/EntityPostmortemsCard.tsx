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

import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { linkTo } from '../filters';
import { LoadError } from '../shared';
import { CardCounts } from './CardCounts';
import { CardSkeleton } from './CardSkeleton';
import { LastPostmortems } from './LastPostmortems';
import { NoPostmortems } from './NoPostmortems';
import { useCardData } from './useCardData';

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
}));

/** The Postmortems card: what needs doing about the entity, and what went wrong last. */
export function EntityPostmortemsCard() {
  const classes = useStyles();
  const { t } = useTexts();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const root = useRouteRef(rootRouteRef)();
  const { value, error, retry } = useCardData(ref);
  const hasAny = value !== undefined && value.last.length > 0;

  return (
    <EntityInfoCard
      title={t('page.title')}
      footerActions={
        hasAny && (
          <Link to={linkTo(`${root}/all`, { entityRef: [ref] })}>
            {t('card.all')}
          </Link>
        )
      }
    >
      {error && <LoadError error={error} retry={retry} />}
      {!value && !error && <CardSkeleton />}
      {value && !hasAny && <NoPostmortems entityRef={ref} />}
      {hasAny && (
        <div className={classes.content}>
          <CardCounts figures={value} root={root} entityRef={ref} />
          <LastPostmortems postmortems={value.last} />
        </div>
      )}
    </EntityInfoCard>
  );
}
