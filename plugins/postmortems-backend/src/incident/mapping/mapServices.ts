import type { SourceService } from 'backstage-plugin-postmortems-node';
import type { EntityIndex } from './EntityIndex';
import { wordKey } from './SourceRules';
import type { SourceRules } from './SourceRules';

/** The result of mapping services to catalog entities. */
export interface MappedServices {
  /** Unique. Entities for the most affected service come first. */
  entityRefs: string[];
  unmapped: SourceService[];
}

/** How a source's services map to entities. */
export interface ServiceMapping {
  rules: SourceRules;
  /** Annotations that link entities to the source's services. */
  annotations: string[];
  index: EntityIndex;
}

/**
 * Maps a service to entities: by configuration, else by portal mapping, else as reported by the
 * tool, else by annotation, else by equal name.
 */
export function entitiesOf(
  service: SourceService,
  { rules, annotations, index }: ServiceMapping,
): string[] {
  const { id, name, otherIds = [] } = service;
  const names = [id, ...(name ? [name] : [])];
  const values = [...names, ...otherIds];
  const configured = [rules.services, rules.portal?.services]
    .flatMap(services => values.map(value => services?.get(wordKey(value))))
    .find(refs => refs !== undefined);
  if (configured) return configured;
  if (service.entityRef) return [service.entityRef];

  const annotated = index.byAnnotation(annotations, values);
  if (annotated.length > 0 || !rules.matchByName) return annotated;

  const named = [...names]
    .reverse()
    .map(each => index.byName(each))
    .find(ref => ref !== undefined);
  return named ? [named] : [];
}

/**
 * Maps an incident's services to entities.
 *
 * @param services - each with the entities it is mapped to, which may no longer exist
 * @param isKnown - whether an entity exists
 */
export function mapServices(
  services: { service: SourceService; refs: string[] }[],
  isKnown: (ref: string) => boolean,
): MappedServices {
  const mapped = services.map(({ service, refs }) => ({
    service,
    refs: refs.filter(isKnown),
  }));
  return {
    entityRefs: [...new Set(mapped.flatMap(({ refs }) => refs))],
    unmapped: mapped
      .filter(({ refs }) => refs.length === 0)
      .map(({ service }) => service),
  };
}
