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

import type { SourceService } from 'backstage-plugin-postmortems-node';
import type { EntityIndex } from './EntityIndex';
import type { SourceRules } from './SourceRules';

/** What services stand for in the catalog. */
export interface MappedServices {
  /** Each once, those of the most affected service first. */
  entityRefs: string[];
  unmapped: SourceService[];
}

/** How services of a source are mapped. */
export interface ServiceMapping {
  rules: SourceRules;
  /** By which entities name services of the source. */
  annotations: string[];
  index: EntityIndex;
}

/**
 * The entities that a service stands for: those that configuration says, else those that name it
 * by an annotation, else the one that has the same name.
 */
export function entitiesOf(
  service: SourceService,
  { rules, annotations, index }: ServiceMapping,
): string[] {
  const { id, name, otherIds = [] } = service;
  const names = [id, ...(name ? [name] : [])];
  const values = [...names, ...otherIds];
  const configured = values
    .map(value => rules.services.get(value.trim().toLocaleLowerCase('en')))
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
 * What the services of an incident stand for.
 *
 * @param refs - of each service, what it stands for if that is in the catalog
 * @param isKnown - whether it is
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
