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

import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityDisplayName,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { LIMITS } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { EntityRefs } from '../shared';
import {
  ActionItemsPanel,
  PostmortemsPanel,
  unfinished,
  underWay,
} from '../work';

const useStyles = makeStyles(theme => ({
  heading: {
    margin: theme.spacing(3, 0, 1),
    fontSize: theme.typography.pxToRem(20),
    fontWeight: 600,
    '&:first-child': { marginTop: 0 },
  },
}));

/** The Postmortems tab of a person: what is theirs to do, and what is their teams'. */
export function PersonPostmortems() {
  const classes = useStyles();
  const { t } = useTexts();
  const { entity } = useEntity();
  const person = stringifyEntityRef(entity);
  const teams = getEntityRelations(entity, RELATION_MEMBER_OF)
    .map(team => stringifyEntityRef(team))
    .slice(0, LIMITS.queryValues);

  const heading = (text: ReactNode) => (
    <Typography variant="h2" className={classes.heading}>
      {text}
    </Typography>
  );

  return (
    // Another person is another screen: nothing of the one before may show through.
    <div key={person}>
      {heading(
        t('person.own', {
          person: (
            <EntityDisplayName entityRef={person} hideIcon disableTooltip />
          ),
        }),
      )}
      <PostmortemsPanel
        title={t('person.postmortems')}
        level={3}
        filter={{ ownerRef: [person], ...unfinished }}
        empty={t('person.noPostmortems')}
      />
      <ActionItemsPanel
        title={t('person.actionItems')}
        level={3}
        filter={{ ownerRef: [person], ...underWay }}
        empty={t('person.noActionItems')}
      />
      {teams.length > 0 && (
        <>
          {heading(
            t('person.teams', {
              teams: <EntityRefs entityRefs={teams} max={5} />,
            }),
          )}
          <PostmortemsPanel
            title={t('person.postmortems')}
            level={3}
            filter={{ teamRef: teams, ...unfinished }}
            empty={t('person.noTeamPostmortems')}
          />
          <ActionItemsPanel
            title={t('person.teamActionItems')}
            level={3}
            filter={{ ownerRef: teams, ...underWay }}
            empty={t('person.noTeamActionItems')}
          />
        </>
      )}
    </div>
  );
}
