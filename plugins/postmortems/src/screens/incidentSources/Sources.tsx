import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { incidentQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { LoadError } from '../../ui/feedback/LoadError';
import { UnresolvedPanel } from '../work/UnresolvedPanel';
import { Deliveries } from './Deliveries';
import { DisabledSourceCard } from './DisabledSourceCard';
import { LeftOut } from './LeftOut';
import { Mappings } from './Mappings';
import { NoSources } from './NoSources';
import { SharedAddresses } from './SharedAddresses';
import { SourceCard } from './SourceCard';
import { UnmappedSeverities } from './UnmappedSeverities';
import { UnmappedServices } from './UnmappedServices';
import { BlockedIncidents } from './BlockedIncidents';

const useStyles = makeStyles(theme => ({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(440px, 100%), 1fr))',
    gap: theme.spacing(2),
  },
  panel: { marginTop: theme.spacing(4) },
}));

function sum(
  sources: IncidentSourceState[],
  of: (source: IncidentSourceState) => number,
): number {
  return sources.reduce((total, source) => total + of(source), 0);
}

/** Sources, blocked incidents, unmapped names and deliveries. */
export function Sources() {
  const classes = useStyles();
  const { value, error, retry } = useLoaded(incidentQueries.sources());
  if (error) return <LoadError error={error} retry={retry} />;
  if (!value) {
    return (
      <div className={classes.cards} aria-busy>
        <Skeleton variant="rect" height={200} />
      </div>
    );
  }

  const { items: sources, disabled } = value;
  if (sources.length === 0 && disabled.length === 0) return <NoSources />;
  return (
    <>
      <div className={classes.cards}>
        {sources.map(source => (
          <SourceCard key={source.id} source={source} />
        ))}
        {disabled.map(source => (
          <DisabledSourceCard key={source.id} source={source} />
        ))}
      </div>
      {sum(sources, each => each.waitingIncidents) > 0 && <BlockedIncidents />}
      {sum(sources, each => each.unmappedServices) > 0 && <UnmappedServices />}
      {sum(sources, each => each.unknownSeverities.length) > 0 && (
        <UnmappedSeverities sources={sources} />
      )}
      {sum(sources, each => each.sharedAddresses.length) > 0 && (
        <SharedAddresses sources={sources} />
      )}
      <LeftOut />
      <div className={classes.panel}>
        <UnresolvedPanel />
      </div>
      <Mappings />
      <Deliveries sources={sources} />
    </>
  );
}
