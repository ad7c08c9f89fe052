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
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../translation';
import { UnstartedIncidents } from '../incidents';
import { FirstVisit, PostmortemList } from '../list';
import { StartPostmortemButton, SubtleText } from '../shared';
import { ActionItemFigures } from './ActionItemFigures';
import { Figures, FiguresSkeleton } from './Figures';
import { useEntityFigures } from './useEntityFigures';

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

/** The Postmortems tab: how the entity fares in numbers, and the postmortems of what hit it. */
export function EntityPostmortems() {
  const classes = useStyles();
  const { t } = useTexts();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const { value: figures, loading, error, retry } = useEntityFigures(ref);

  return (
    <>
      {figures?.postmortems.total !== 0 && (
        <div className={classes.summary}>
          {figures && (
            <>
              <Figures figures={figures.postmortems} />
              <ActionItemFigures
                figures={figures.actionItems}
                entityRef={ref}
              />
            </>
          )}
          {!figures && loading && <FiguresSkeleton />}
          {error && (
            <SubtleText role="alert" component="div">
              {t('figures.error')}{' '}
              <Button size="small" onClick={retry}>
                {t('state.retry')}
              </Button>
            </SubtleText>
          )}
          <div className={classes.start}>
            <StartPostmortemButton entityRef={ref} />
          </div>
        </div>
      )}
      <UnstartedIncidents key={`unstarted ${ref}`} scope={{ entityRef: [ref] }}>
        <PostmortemList
          // Another entity is another list: nothing of the one before may show through.
          key={ref}
          within={{ entityRef: [ref] }}
          filters={[
            'severity',
            'status',
            'complianceStatus',
            'begun',
            'date',
            'q',
          ]}
          columns={['severity', 'compliance', 'status', 'owner', 'started']}
          firstVisit={<FirstVisit entityRef={ref} />}
        />
      </UnstartedIncidents>
    </>
  );
}
