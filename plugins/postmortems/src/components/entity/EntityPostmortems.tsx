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
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { postmortemsTranslationRef } from '../../translation';
import { FirstVisit, PostmortemList } from '../list';
import {
  StartPostmortemButton,
  SubtleText,
  usePostmortemsData,
} from '../shared';
import { Figures, FiguresSkeleton } from './Figures';

const useStyles = makeStyles(theme => ({
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(2),
  },
  start: { marginLeft: 'auto' },
}));

/**
 * The Postmortems tab: how the entity fares in numbers, and its postmortems. On a group it is
 * about those that the team owns.
 */
export function EntityPostmortems() {
  const classes = useStyles();
  const { t } = useTranslationRef(postmortemsTranslationRef);
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const isTeam = entity.kind.toLocaleLowerCase('en-US') === 'group';

  const within = isTeam ? { teamRef: [ref] } : { entityRef: [ref] };
  const affected = isTeam ? undefined : ref;
  const report = usePostmortemsData(
    api => api.getCompliance({ query: { groupBy: 'severity', ...within } }),
    [ref],
  );
  const figures = report.value?.overall;

  return (
    <>
      {figures?.total !== 0 && (
        <div className={classes.summary}>
          {figures && <Figures figures={figures} />}
          {!figures && report.loading && <FiguresSkeleton />}
          {report.error && (
            <SubtleText role="alert">
              {t('figures.error')}{' '}
              <Button size="small" onClick={report.retry}>
                {t('state.retry')}
              </Button>
            </SubtleText>
          )}
          <div className={classes.start}>
            <StartPostmortemButton entityRef={affected} />
          </div>
        </div>
      )}
      <PostmortemList
        // Another entity is another list: nothing of the one before may show through.
        key={ref}
        within={within}
        filters={['severity', 'status', 'complianceStatus', 'date', 'q']}
        columns={[
          'severity',
          'compliance',
          'status',
          ...(isTeam ? (['entities'] as const) : []),
          'owner',
          'started',
        ]}
        firstVisit={<FirstVisit entityRef={affected} />}
      />
    </>
  );
}
