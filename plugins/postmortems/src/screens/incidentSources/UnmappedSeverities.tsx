import { useState } from 'react';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { usePolicy } from '../../data/usePolicy';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { SubtleText } from '../../ui/layout/SubtleText';
import { MapSeverityDialog } from './MapSeverityDialog';
import { Section } from './Section';
import { Snippet } from './Snippet';
import { severitiesSnippet } from './snippets';

interface Word {
  source: string;
  sourceTitle: string;
  word: string;
}

/** Unmapped severities. They can be mapped here or in the configuration. */
export function UnmappedSeverities(props: { sources: IncidentSourceState[] }) {
  const { t } = useTexts();
  const policy = usePolicy();
  const [mapped, setMapped] = useState<Word>();
  const unknown = props.sources.filter(
    ({ unknownSeverities }) => unknownSeverities.length > 0,
  );

  return (
    <Section
      id="severities"
      title={t('incidentSources.severities.title')}
      text={t('incidentSources.severities.text')}
    >
      {unknown.flatMap(({ id, title, unknownSeverities }) =>
        unknownSeverities.map(({ severity, incidents }) => (
          <SubtleText key={`${id} ${severity}`} component="div">
            {title}:{' '}
            {t('incidentSources.severities.word', {
              severity,
              count: incidents,
            })}{' '}
            <Button
              size="small"
              color="primary"
              aria-label={t('incidentSources.severities.mapOf', {
                severity,
                source: title,
              })}
              onClick={() =>
                setMapped({ source: id, sourceTitle: title, word: severity })
              }
            >
              {t('incidentSources.severities.map')}
            </Button>
          </SubtleText>
        )),
      )}
      <Snippet
        label="app-config.yaml"
        text={severitiesSnippet(
          unknown.map(({ id, unknownSeverities }) => ({
            id,
            words: unknownSeverities.map(({ severity }) => severity),
          })),
          (policy?.severities ?? []).map(severity => severity.id),
        )}
      />
      {mapped && (
        <MapSeverityDialog {...mapped} onClose={() => setMapped(undefined)} />
      )}
    </Section>
  );
}
