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

import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../translation';
import { SubtleText, usePolicy } from '../shared';
import { Section } from './Section';
import { severitiesSnippet } from './snippets';
import { Snippet } from './Snippet';

/** The severities in words of the sources that nobody mapped, and how to. */
export function UnknownSeverities(props: { sources: IncidentSourceState[] }) {
  const { t } = useTexts();
  const policy = usePolicy();
  const unknown = props.sources.filter(
    ({ unknownSeverities }) => unknownSeverities.length > 0,
  );
  const words = unknown.flatMap(({ title, unknownSeverities }) =>
    unknownSeverities.map(
      ({ severity, incidents }) =>
        `${title}: ${t('incidentSources.severities.word', {
          severity,
          count: incidents,
        })}`,
    ),
  );

  return (
    <Section
      id="severities"
      title={t('incidentSources.severities.title')}
      text={t('incidentSources.severities.text')}
    >
      <SubtleText component="div">{words.join(' · ')}</SubtleText>
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
    </Section>
  );
}
