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

import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import type { UnmappedService } from 'backstage-plugin-postmortems-common';
import { useLocale, useTexts } from '../../translation';
import {
  EntityRefs,
  LoadError,
  SubtleText,
  usePostmortemsData,
} from '../shared';
import { ListTable } from '../table';
import { MapServiceDialog } from './MapServiceDialog';
import { Section } from './Section';

type Row = Omit<UnmappedService, 'id'> & { id: string; serviceId: string };

/** Ids of services are those of their source only. */
function toRow(service: UnmappedService): Row {
  const { source, id } = service;
  return { ...service, id: `${source} ${id}`, serviceId: id };
}

/** The services that nothing in the catalog stands for, with what each may be. */
export function UnmappedServices() {
  const { t } = useTexts();
  const locale = useLocale();
  const [mapped, setMapped] = useState<Row>();
  const { value, error, loading, retry } = usePostmortemsData(
    api => api.listUnmappedServices({}),
    [],
  );

  return (
    <Section
      id="services"
      title={t('incidentSources.services.title')}
      text={t('incidentSources.services.text')}
    >
      <Paper variant="outlined">
        {error ? (
          <LoadError error={error} retry={retry} />
        ) : (
          <ListTable
            label={t('incidentSources.services.title')}
            title={{
              label: t('incidentSources.services.service'),
              render: ({ name, serviceId }) => (
                <span>
                  {name && name !== serviceId
                    ? `${name} (${serviceId})`
                    : serviceId}
                </span>
              ),
            }}
            columns={[
              {
                name: 'source',
                label: t('incidentSources.waiting.source'),
                width: 120,
                priority: 3,
                render: row => row.sourceTitle,
              },
              {
                name: 'incidents',
                label: t('incidentSources.services.incidents'),
                width: 120,
                priority: 2,
                render: ({ incidents, waitingIncidents }) =>
                  waitingIncidents > 0
                    ? t('incidentSources.services.waiting', {
                        value: incidents.toLocaleString(locale),
                        count: waitingIncidents,
                      })
                    : incidents.toLocaleString(locale),
              },
              {
                name: 'suggestion',
                label: t('incidentSources.services.suggestion'),
                width: 240,
                priority: 1,
                render: ({ suggestions }) =>
                  suggestions.length > 0 ? (
                    <EntityRefs
                      entityRefs={suggestions.map(each => each.entityRef)}
                      max={1}
                    />
                  ) : (
                    t('incidentSources.services.noSuggestion')
                  ),
              },
              {
                name: 'map',
                label: t('incidentSources.deliveries.action'),
                width: 100,
                priority: 1,
                render: row => (
                  <Button
                    size="small"
                    color="primary"
                    aria-label={t('incidentSources.services.mapOf', {
                      service: row.name ?? row.serviceId,
                    })}
                    onClick={() => setMapped(row)}
                  >
                    {t('incidentSources.services.map')}
                  </Button>
                ),
              },
            ]}
            rows={value?.items.map(toRow)}
            loading={loading}
            skeletonRows={2}
            placeholder={
              value?.items.length === 0 && (
                <SubtleText>{t('incidentSources.services.none')}</SubtleText>
              )
            }
          />
        )}
      </Paper>
      {value?.truncated && (
        <SubtleText variant="caption">
          {t('incidentSources.services.truncated', {
            value: String(value.items.length),
          })}
        </SubtleText>
      )}
      {mapped && (
        <MapServiceDialog
          service={{ ...mapped, id: mapped.serviceId }}
          onClose={() => setMapped(undefined)}
        />
      )}
    </Section>
  );
}
