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
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { postmortemRouteRef } from '../../../routes';
import { useTexts } from '../../../translation';
import { CoverButton } from '../../incidents/CoverButton';
import { Hint, subtleColor } from '../../shared';
import { useDocument } from '../hooks/useDocument';
import { FactValue } from './FactValue';
import { IncidentLink } from './IncidentLink';
import { MergedInto } from './MergedInto';
import { factsChangedHere, factsFromSource } from './sourceFacts';
import { useFactLabel } from './useFactLabel';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(3) },
  list: { margin: 0 },
  label: {
    color: subtleColor(theme),
    fontSize: theme.typography.caption.fontSize,
  },
  value: { margin: theme.spacing(0, 0, 1), overflowWrap: 'anywhere' },
}));

/** Which incidents of the incident tool this is about, and which facts are from there. */
export function IncidentPart() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, canEdit } = useDocument();
  const navigate = useNavigate();
  const postmortemRoute = useRouteRef(postmortemRouteRef);
  const labelOf = useFactLabel();
  const [own, ...others] = postmortem.incidents;
  const theirs = factsFromSource(postmortem);
  const ours = factsChangedHere(postmortem);

  if (!own) return null;
  const { sourceTitle: source } = own;
  return (
    <section className={classes.root} aria-label={t('incident.title')}>
      <Typography variant="overline" component="h3">
        {t('incident.title')}
      </Typography>
      <Typography variant="body2" component="div" className={classes.value}>
        <IncidentLink incident={own} />
        <MergedInto incident={own} />
      </Typography>
      {canEdit && !postmortem.begun && (
        <CoverButton
          incident={own}
          draftId={postmortem.id}
          onCovered={({ id }) => navigate(postmortemRoute({ id }))}
        />
      )}
      <Typography variant="body2" component="dl" className={classes.list}>
        <Item label={t('incident.alsoCovers')} shown={others.length > 0}>
          {others.map(incident => (
            <div key={`${incident.source} ${incident.key}`}>
              <IncidentLink incident={incident} />
            </div>
          ))}
        </Item>
        <Item label={t('incident.from', { source })} shown={theirs.length > 0}>
          {theirs.map(({ field }) => labelOf(field)).join(', ')}
        </Item>
        <Item label={t('incident.ours')} shown={ours.length > 0}>
          {ours.map(({ field, value }) => (
            <div key={field}>
              <Hint
                title={t('incident.says', {
                  source,
                  value: <FactValue field={field} value={value} />,
                })}
              >
                {labelOf(field)}
              </Hint>
            </div>
          ))}
        </Item>
      </Typography>
    </section>
  );
}

function Item(props: { label: string; shown: boolean; children: ReactNode }) {
  const classes = useStyles();
  if (!props.shown) return null;
  return (
    <>
      <dt className={classes.label}>{props.label}</dt>
      <dd className={classes.value}>{props.children}</dd>
    </>
  );
}
