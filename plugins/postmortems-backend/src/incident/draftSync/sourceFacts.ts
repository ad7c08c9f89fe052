import {
  LIMITS,
  linkSchema,
  truncateText,
} from 'backstage-plugin-postmortems-common';
import type {
  Contributor,
  SourceFactField,
} from 'backstage-plugin-postmortems-common';
import type { SourceFacts } from '../IncidentRecord';
import type { IncidentState } from '../reduceChanges';
import type { MergedIncident } from '../mergedIncident';
import { oneLine } from '../oneLine';
import { uniqueBy } from '../uniqueBy';
import { contributorKey } from './leftOut';

export interface SourceName {
  id: string;
  title: string;
}

/** Catalog entities and users that a source refers to. */
export interface FoundInCatalog {
  entityRefs: string[];
  /** User refs by lowercase email address. */
  people: ReadonlyMap<string, string>;
}

const DEFAULT_ROLE = 'responder';

/** The facts for a postmortem that a source reports, before list limits. */
export function sourceFactsOf(
  source: SourceName,
  key: string,
  state: IncidentState,
  whole: MergedIncident,
  found: FoundInCatalog,
): SourceFacts {
  const link = linkSchema.safeParse({ url: state.url, title: source.title });
  return {
    title: titleOf(source, key, state),
    outcome: state.cancelledAt ? 'false-alarm' : 'incident',
    startedAt: whole.startedAt,
    mitigatedAt: state.mitigatedAt,
    resolvedAt: state.resolvedAt,
    severityHistory: whole.history,
    entityRefs: found.entityRefs,
    commanderRef: userOf(state.commander, found.people),
    contributors: uniqueBy(
      whole.responders.flatMap(({ person, role }): Contributor[] => {
        const userRef = userOf(person, found.people);
        return userRef ? [{ userRef, role: roleOf(role) || DEFAULT_ROLE }] : [];
      }),
      contributorKey,
    ),
    links: link.success ? [link.data] : [],
    visibility: whole.private ? 'restricted' : 'internal',
  };
}

/** The incident's title, or its key if it has none. */
export function titleOf(
  source: SourceName,
  key: string,
  { title }: Pick<IncidentState, 'title'>,
): string {
  const line = oneLine(title) || `${source.title} ${key}`;
  return truncateText(line, LIMITS.title).trim();
}

/** When a fact got the value that the source reports. */
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

/** The length of the longest role of a contributor. */
export function longestRole(
  { responders }: Pick<MergedIncident, 'responders'>,
  { people }: Pick<FoundInCatalog, 'people'>,
): number {
  return Math.max(
    0,
    ...responders
      .filter(({ person }) => userOf(person, people))
      .map(({ role }) => oneLine(role).length),
  );
}

function userOf(
  person: { email?: string } | undefined,
  people: FoundInCatalog['people'],
): string | undefined {
  return people.get(person?.email?.toLocaleLowerCase('en') ?? '');
}

function roleOf(role: string): string {
  return truncateText(oneLine(role), LIMITS.contributorRole).trim();
}
