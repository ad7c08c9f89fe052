/** Quotes text for YAML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Configuration for the generic source. */
export const GENERIC_SECRET = `postmortems:
  incidentSources:
    generic:
      secrets:
        - \${INCIDENTS_SECRET}`;

/** An annotation that maps a service to an entity. */
export function annotationSnippet(annotation: string, serviceId: string) {
  return `metadata:
  annotations:
    ${annotation}: ${quoted(serviceId)}`;
}

/** Configuration that maps a service to an entity. */
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
 * Configuration that maps severities from sources. Lists the configured severities to choose from.
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
