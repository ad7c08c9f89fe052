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
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { Incident } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import {
  LoadError,
  RelativeTime,
  SubtleText,
  usePostmortemsData,
} from '../shared';
import { ListTable } from '../table';
import { Section } from './Section';
import { useWaitingWords } from './useWaitingWords';

const useStyles = makeStyles(theme => ({
  why: { whiteSpace: 'normal', marginTop: theme.spacing(0.25) },
}));

function IncidentTitle(props: { incident: Incident }) {
  const { title, key, url } = props.incident;
  const name = `${key} ${title}`;
  return url ? <Link to={url}>{name}</Link> : <span>{name}</span>;
}

/** What an incident waits for; a link to where that can be done, if it is on this page. */
function WhyItWaits(props: { incident: Incident }) {
  const { waitingFor, unmappedServices } = props.incident;
  const why = useWaitingWords()(props.incident);
  if (waitingFor === 'severity') return <Link to="#severities">{why}</Link>;
  return waitingFor === 'services' && unmappedServices.length > 0 ? (
    <Link to="#services">{why}</Link>
  ) : (
    <>{why}</>
  );
}

/** The incidents without a postmortem, and what each needs to get one. */
export function WaitingIncidents() {
  const classes = useStyles();
  const { t } = useTexts();
  const { value, error, loading, retry } = usePostmortemsData(
    api => api.listIncidents({ query: { standing: ['waiting'], limit: 50 } }),
    [],
  );

  return (
    <Section
      id="waiting"
      title={t('incidentSources.waiting.title')}
      text={t('incidentSources.waiting.text')}
    >
      <Paper variant="outlined">
        {error ? (
          <LoadError error={error} retry={retry} />
        ) : (
          <ListTable
            label={t('incidentSources.waiting.title')}
            title={{
              label: t('incidentSources.waiting.incident'),
              render: incident => (
                <>
                  <IncidentTitle incident={incident} />
                  <div className={classes.why}>
                    <SubtleText>
                      <WhyItWaits incident={incident} />
                    </SubtleText>
                  </div>
                </>
              ),
            }}
            columns={[
              {
                name: 'source',
                label: t('incidentSources.waiting.source'),
                width: 140,
                priority: 2,
                render: incident => incident.sourceTitle,
              },
              {
                name: 'startedAt',
                label: t('incidentSources.waiting.since'),
                width: 140,
                priority: 1,
                render: incident => <RelativeTime value={incident.startedAt} />,
              },
            ]}
            rows={value?.items}
            loading={loading}
            skeletonRows={2}
            placeholder={
              value?.items.length === 0 && (
                <SubtleText>{t('incidentSources.waiting.none')}</SubtleText>
              )
            }
          />
        )}
      </Paper>
      {value?.pageInfo.nextCursor && (
        <SubtleText variant="caption">
          {t('incidentSources.waiting.more')}
        </SubtleText>
      )}
    </Section>
  );
}
