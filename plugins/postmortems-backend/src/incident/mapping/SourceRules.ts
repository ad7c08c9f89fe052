import type { IncidentMappingKey } from 'backstage-plugin-postmortems-common';
import type { SeverityScale } from '../../policy/SeverityScale';

/** A mapping that an operator made in the portal. */
export interface PortalMapping extends IncidentMappingKey {
  /** Entities for a service, or one severity. */
  targets: string[];
  createdBy: string;
  createdAt: string;
}

/** Configuration shared by all sources. Modules read further settings themselves. */
export interface SourceRules {
  /** Severity ids by the source's lowercase severity name. */
  severities: ReadonlyMap<string, string>;
  /** Entity refs by lowercase service id or name. */
  services: ReadonlyMap<string, string[]>;
  /** Whether a service that nothing else maps is mapped to the entity with the same name. */
  matchByName: boolean;
  /** Affected entities if none of the incident's services is mapped. */
  defaultEntities: string[];
  /** Mappings made in the portal. The configuration takes precedence. */
  portal?: Pick<SourceRules, 'severities' | 'services'>;
}

/** Normalizes case and surrounding spaces, for comparing names from sources. */
export function wordKey(word: string): string {
  return word.trim().toLocaleLowerCase('en');
}

/** Adds the mappings that were made for a source in the portal. */
export function withPortalMappings(
  rules: SourceRules,
  mappings: PortalMapping[],
): SourceRules {
  const of = (kind: PortalMapping['kind']) =>
    mappings.filter(each => each.kind === kind);
  return {
    ...rules,
    portal: {
      services: new Map(
        of('service').map(({ word, targets }) => [wordKey(word), targets]),
      ),
      severities: new Map(
        of('severity').map(({ word, targets }) => [wordKey(word), targets[0]]),
      ),
    },
  };
}

/** The severity id for a source's severity; undefined if unmapped. */
export function mapSeverity(
  word: string,
  rules: Pick<SourceRules, 'severities' | 'portal'>,
  scale: SeverityScale,
): string | undefined {
  const configured = rules.severities.get(wordKey(word));
  if (configured) return configured;
  // A mapped severity may have been removed from the configuration since.
  const name = [word, rules.portal?.severities.get(wordKey(word))].find(
    each => each !== undefined && scale.has(each),
  );
  return name && scale.canonical(name);
}
