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

import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { LoadError, usePostmortemsData } from '../shared';
import { Deliveries } from './Deliveries';
import { NoSources } from './NoSources';
import { SourceCard } from './SourceCard';
import { UnknownSeverities } from './UnknownSeverities';
import { UnmappedServices } from './UnmappedServices';
import { WaitingIncidents } from './WaitingIncidents';

const useStyles = makeStyles(theme => ({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(440px, 100%), 1fr))',
    gap: theme.spacing(2),
  },
}));

function sum(
  sources: IncidentSourceState[],
  of: (source: IncidentSourceState) => number,
): number {
  return sources.reduce((total, source) => total + of(source), 0);
}

/** The sources, what they bring that needs somebody, and what came in. */
export function Sources() {
  const classes = useStyles();
  const { value, error, retry } = usePostmortemsData(
    api => api.listIncidentSources({}),
    [],
  );
  if (error) return <LoadError error={error} retry={retry} />;
  if (!value) {
    return (
      <div className={classes.cards} aria-busy>
        <Skeleton variant="rect" height={200} />
      </div>
    );
  }

  const sources = value.items;
  if (sources.length === 0) return <NoSources />;
  return (
    <>
      <div className={classes.cards}>
        {sources.map(source => (
          <SourceCard key={source.id} source={source} />
        ))}
      </div>
      {sum(sources, each => each.waitingIncidents) > 0 && <WaitingIncidents />}
      {sum(sources, each => each.unmappedServices) > 0 && <UnmappedServices />}
      {sum(sources, each => each.unknownSeverities.length) > 0 && (
        <UnknownSeverities sources={sources} />
      )}
      <Deliveries sources={sources} />
    </>
  );
}
