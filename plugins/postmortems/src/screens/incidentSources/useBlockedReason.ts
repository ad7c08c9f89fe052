import type { Incident } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';

/** Describes why an incident is blocked. */
export function useBlockedReason(): (incident: Incident) => string {
  const { t } = useTexts();
  return ({ blockedBy, unknownSeverities, unmappedServices, error }) => {
    switch (blockedBy) {
      case 'severity':
        return t('incidentSources.blocked.by.severity', {
          words: unknownSeverities.join(', '),
        });
      case 'services':
        return unmappedServices.length > 0
          ? t('incidentSources.blocked.by.services', {
              words: unmappedServices.join(', '),
            })
          : t('incidentSources.blocked.by.noServices');
      case 'failed':
        return t('incidentSources.blocked.by.failed', { error: error ?? '' });
      default:
        return t('incidentSources.blocked.by.unknown');
    }
  };
}
