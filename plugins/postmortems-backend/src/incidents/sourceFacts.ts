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

import { LIMITS, linkSchema } from 'backstage-plugin-postmortems-common';
import type {
  Contributor,
  SourceFactField,
} from 'backstage-plugin-postmortems-common';
import type { SourceFacts } from '../database/IncidentRecord';
import type { IncidentState } from './fold';
import type { WholeIncident } from './whole';

/** How a source is called. */
export interface SourceName {
  id: string;
  title: string;
}

/** What the catalog says of what a source names. */
export interface FoundInCatalog {
  entityRefs: string[];
  /** Users by e-mail address in lower case. */
  people: ReadonlyMap<string, string>;
}

const DEFAULT_ROLE = 'responder';

/** What a source says of a postmortem. */
export function sourceFactsOf(
  source: SourceName,
  key: string,
  state: IncidentState,
  whole: WholeIncident,
  found: FoundInCatalog,
): SourceFacts {
  const userOf = (person: { email?: string } | undefined) =>
    found.people.get(person?.email?.toLocaleLowerCase('en') ?? '');
  const link = linkSchema.safeParse({ url: state.url, title: source.title });
  return {
    title: titleOf(source, key, state),
    outcome: state.cancelledAt ? 'false-alarm' : 'incident',
    startedAt: whole.startedAt,
    mitigatedAt: state.mitigatedAt,
    resolvedAt: state.resolvedAt,
    severityHistory: whole.history,
    entityRefs: found.entityRefs.slice(0, LIMITS.entityRefs),
    commanderRef: userOf(state.commander),
    contributors: whole.responders
      .flatMap(({ person, role }): Contributor[] => {
        const userRef = userOf(person);
        return userRef
          ? [{ userRef, role: oneLine(role) || DEFAULT_ROLE }]
          : [];
      })
      .filter(isFirst)
      .slice(0, LIMITS.contributors),
    links: link.success ? [link.data] : [],
    visibility: whole.private ? 'restricted' : 'internal',
  };
}

/** What an incident is called, if need be by its key. */
export function titleOf(
  source: SourceName,
  key: string,
  { title }: Pick<IncidentState, 'title'>,
): string {
  const line = (title ?? '').replace(/\s+/g, ' ').trim();
  return (line || `${source.title} ${key}`).slice(0, LIMITS.title).trim();
}

/** When a fact became what the source says it is. */
export function sinceWhen(
  field: SourceFactField,
  { since, ...state }: IncidentState,
): string | undefined {
  switch (field) {
    case 'outcome':
      return state.cancelledAt;
    case 'mitigatedAt':
    case 'resolvedAt':
      return state[field];
    case 'severityHistory':
      return state.severities[state.severities.length - 1]?.at;
    case 'entityRefs':
      return since.services;
    case 'commanderRef':
      return since.commander;
    case 'contributors':
      return since.responders;
    case 'links':
      return since.url;
    case 'visibility':
      return since.private;
    default:
      return since[field];
  }
}

function oneLine(role: string): string {
  return role
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LIMITS.contributorRole)
    .trim();
}

function isFirst(one: Contributor, index: number, all: Contributor[]): boolean {
  return (
    all.findIndex(
      each => each.userRef === one.userRef && each.role === one.role,
    ) === index
  );
}
