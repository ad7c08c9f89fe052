import { useKnownPermission } from '../../data/useKnownPermission';
import {
  incidentSourceManagePermission,
  postmortemCreatePermission,
} from 'backstage-plugin-postmortems-common';
import type { Incident } from 'backstage-plugin-postmortems-common';
import { LinkIncidentButton } from '../../document/incident/LinkIncidentButton';
import { INCIDENT_SOURCES_PATH, rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { RestrictedLock } from '../../ui/labels/RestrictedLock';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import { LinkButton } from '../../ui/navigation/LinkButton';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { IncidentRow } from './IncidentRow';

/** A blocked incident with the reason, and a link to the mapping for users who may edit it. */
export function BlockedIncident(props: {
  incident: Incident;
  onCovered: () => void;
}) {
  const { incident, onCovered } = props;
  const { title, url, governingSeverity, blockedBy } = incident;
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const { allowed: canMap } = useKnownPermission({
    permission: incidentSourceManagePermission,
  });
  const { allowed: canCover } = useKnownPermission({
    permission: postmortemCreatePermission,
  });
  const why = useWhyWaiting(incident);

  return (
    <IncidentRow
      incident={incident}
      severity={
        governingSeverity ? (
          <SeverityChip governing={governingSeverity} />
        ) : (
          <SubtleText variant="caption">{t('unstarted.noSeverity')}</SubtleText>
        )
      }
      title={
        <>
          {incident.private && <RestrictedLock />}
          {url ? <Link to={url}>{title}</Link> : title}
        </>
      }
      about={
        <>
          {why}{' '}
          {canCover && (
            <LinkIncidentButton incident={incident} onCovered={onCovered} />
          )}
        </>
      }
      action={
        canMap &&
        (blockedBy === 'severity' || blockedBy === 'services') && (
          <LinkButton
            size="small"
            variant="outlined"
            to={`${root}/${INCIDENT_SOURCES_PATH}`}
            aria-label={t('unstarted.mapNamed', { title })}
          >
            {t('unstarted.map')}
          </LinkButton>
        )
      }
    />
  );
}

function useWhyWaiting(incident: Incident): string {
  const { t } = useTexts();
  const { sourceTitle: source, unmappedServices: services } = incident;
  const quoted = (names: string[]) => names.map(name => `“${name}”`).join(', ');

  switch (incident.blockedBy) {
    case 'severity':
      return t('unstarted.blocked.severity', {
        source,
        severities: quoted(incident.unknownSeverities),
      });
    case 'services':
      return services.length === 0
        ? t('unstarted.blocked.noServices', { source })
        : t('unstarted.blocked.services', {
            source,
            services: quoted(services),
          });
    case 'failed':
      // Error details are for operators only.
      return incident.error
        ? t('unstarted.blocked.failed', { error: incident.error })
        : t('unstarted.blocked.failedUnknown');
    default:
      return source;
  }
}
