import { useState } from 'react';
import type { UnmappedService } from 'backstage-plugin-postmortems-common';
import { incidentQueries } from '../../data/queries';
import { useLoaded } from '../../data/useLoaded';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { SubtleText } from '../../ui/layout/SubtleText';
import { MapServiceDialog } from './MapServiceDialog';
import { SectionTable } from './SectionTable';

type Row = Omit<UnmappedService, 'id'> & { id: string; serviceId: string };

/**
 * Combines source and service in the row id, because service ids are only unique within a source.
 */
function toRow(service: UnmappedService): Row {
  const { source, id } = service;
  return { ...service, id: `${source} ${id}`, serviceId: id };
}

/** Unmapped services, with suggested matches. */
export function UnmappedServices() {
  const { t } = useTexts();
  const locale = useLocale();
  const [mapped, setMapped] = useState<Row>();
  const data = useLoaded(incidentQueries.unmappedServices());

  return (
    <SectionTable
      id="services"
      title={t('incidentSources.services.title')}
      text={t('incidentSources.services.text')}
      data={data}
      first={{
        label: t('incidentSources.services.service'),
        render: ({ name, serviceId }) => (
          <span>
            {name && name !== serviceId ? `${name} (${serviceId})` : serviceId}
          </span>
        ),
      }}
      columns={[
        {
          name: 'source',
          label: t('incidentSources.blocked.source'),
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
              ? t('incidentSources.services.blocked', {
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
      rows={data.value?.items.map(toRow)}
      skeletonRows={2}
      placeholder={
        data.value?.items.length === 0 && (
          <SubtleText>{t('incidentSources.services.none')}</SubtleText>
        )
      }
      more={
        data.value?.truncated &&
        t('incidentSources.services.truncated', {
          value: String(data.value.items.length),
        })
      }
    >
      {mapped && (
        <MapServiceDialog
          service={{ ...mapped, id: mapped.serviceId }}
          onClose={() => setMapped(undefined)}
        />
      )}
    </SectionTable>
  );
}
