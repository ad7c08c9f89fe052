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

import { Link, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  incidentSourceManagePermission,
  postmortemCreatePermission,
} from 'backstage-plugin-postmortems-common';
import type { Incident } from 'backstage-plugin-postmortems-common';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { INCIDENT_SOURCES_PATH } from '../page/subPages';
import { RestrictedLock, SeverityChip, SubtleText } from '../shared';
import { CoverButton } from './CoverButton';
import { IncidentRow } from './IncidentRow';

/** An incident that is no draft yet, why not, and for those who can map it the way there. */
export function WaitingIncident(props: {
  incident: Incident;
  onCovered: () => void;
}) {
  const { incident, onCovered } = props;
  const { title, url, governingSeverity, waitingFor } = incident;
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const { allowed: canMap } = usePermission({
    permission: incidentSourceManagePermission,
  });
  const { allowed: canCover } = usePermission({
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
            <CoverButton incident={incident} onCovered={onCovered} />
          )}
        </>
      }
      action={
        canMap &&
        (waitingFor === 'severity' || waitingFor === 'services') && (
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

  switch (incident.waitingFor) {
    case 'severity':
      return t('unstarted.waiting.severity', {
        source,
        severities: quoted(incident.unknownSeverities),
      });
    case 'services':
      return services.length === 0
        ? t('unstarted.waiting.noServices', { source })
        : t('unstarted.waiting.services', {
            source,
            services: quoted(services),
          });
    case 'deleted':
      return t('unstarted.waiting.deleted');
    case 'failed':
      // What failed is told to those who can see to it.
      return incident.error
        ? t('unstarted.waiting.failed', { error: incident.error })
        : t('unstarted.waiting.failedSomehow');
    default:
      return source;
  }
}
