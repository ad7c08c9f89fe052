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

/** Text as YAML takes it whatever is in it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A secret for the generic source, for where there is no source yet. */
export const GENERIC_SECRET = `postmortems:
  incidentSources:
    generic:
      secrets:
        - \${INCIDENTS_SECRET}`;

/** The annotation by which an entity says that it is a service of a source. */
export function annotationSnippet(annotation: string, serviceId: string) {
  return `metadata:
  annotations:
    ${annotation}: ${quoted(serviceId)}`;
}

/** The configuration that says which entity a service is. */
export function serviceSnippet(
  source: string,
  serviceId: string,
  entityRef: string,
) {
  return `postmortems:
  incidentSources:
    ${source}:
      services:
        ${quoted(serviceId)}: ${entityRef}`;
}

/**
 * The configuration that says which severities words of sources are. Which of the severities it
 * is, only people know: they are offered to choose from.
 */
export function severitiesSnippet(
  sources: { id: string; words: string[] }[],
  severities: string[],
) {
  return [
    'postmortems:',
    '  incidentSources:',
    ...sources.flatMap(({ id, words }) => [
      `    ${id}:`,
      '      severities:',
      ...words.map(
        word => `        ${quoted(word)}: # ${severities.join(', ')}`,
      ),
    ]),
  ].join('\n');
}
