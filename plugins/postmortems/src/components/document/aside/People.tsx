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

import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../../translation';
import { OwnerLabel, subtleColor } from '../../shared';
import { EditFacts } from '../facts/EditFacts';
import { useDocument } from '../hooks/useDocument';
import { contributorsByRole } from '../model/people';

const useStyles = makeStyles(theme => ({
  list: { margin: 0 },
  role: {
    color: subtleColor(theme),
    fontSize: theme.typography.caption.fontSize,
    '&::first-letter': { textTransform: 'uppercase' },
  },
  people: { margin: theme.spacing(0, 0, 1) },
}));

/** Who had which part in the incident and its postmortem. */
export function People() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { commanderRef } = postmortem;

  return (
    <section aria-label={t('document.people.title')}>
      <Typography variant="overline" component="h3">
        {t('document.people.title')} <EditFacts group="people" />
      </Typography>
      <Typography variant="body2" component="dl" className={classes.list}>
        <dt className={classes.role}>{t('fields.ownerRef')}</dt>
        <dd className={classes.people}>
          <OwnerLabel postmortem={postmortem} />
        </dd>
        {commanderRef && (
          <>
            <dt className={classes.role}>{t('fields.commanderRef')}</dt>
            <dd className={classes.people}>
              <EntityRefLink entityRef={commanderRef} hideIcon />
            </dd>
          </>
        )}
        {contributorsByRole(postmortem).map(({ role, userRefs }) => (
          <div key={role}>
            <dt className={classes.role}>{role}</dt>
            <dd className={classes.people}>
              {userRefs.map(userRef => (
                <div key={userRef}>
                  <EntityRefLink entityRef={userRef} hideIcon />
                </div>
              ))}
            </dd>
          </div>
        ))}
      </Typography>
    </section>
  );
}
