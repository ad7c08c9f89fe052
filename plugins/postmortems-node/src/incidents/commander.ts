import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { SourcePerson } from './IncidentChange';

/**
 * A person's role in the response.
 *
 * @public
 */
export interface SourceParticipant {
  person: SourcePerson;
  role: string;
  /** If undefined, the role's name decides. */
  commander?: boolean;
}

/** What incident tools call the incident commander. */
export const DEFAULT_COMMANDER_ROLES = [
  'Incident Commander',
  'Commander',
  'Incident Lead',
  'Incident Leader',
  'Incident Manager',
];

/**
 * Reads `commanderRoles`: the role names that mark the incident commander.
 *
 * @param config - the source's configuration
 * @param source - the source's id, for the error message
 * @throws InputError naming the key
 * @public
 */
export function readCommanderRoles(
  config: Config,
  source: string,
  defaults: string[] = DEFAULT_COMMANDER_ROLES,
): string[] {
  const roles = config.getOptional('commanderRoles');
  if (roles === undefined) return defaults;
  const isList =
    Array.isArray(roles) &&
    roles.length > 0 &&
    roles.every(role => typeof role === 'string' && role.trim() !== '');
  if (isList) return roles as string[];
  throw new InputError(
    `Invalid configuration: postmortems.incidentSources.${source}.commanderRoles: must be a list of role names such as "Incident Commander", not ${JSON.stringify(
      roles,
    )}`,
  );
}

/**
 * Whether two role names are equal, ignoring case, spaces, hyphens and underscores.
 *
 * @public
 */
export function isSameRole(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/**
 * Marks the incident commander among an incident's people: the first person in the most preferred
 * role. Names must match as a whole, so "Deputy Commander" is a different role.
 *
 * @param commanderRoles - most preferred name first
 */
export function chooseCommander(
  people: SourceParticipant[],
  commanderRoles: string[],
): SourceParticipant[] {
  const held = commanderRoles.find(name =>
    people.some(({ role }) => isSameRole(role, name)),
  );
  const chosen =
    held === undefined
      ? -1
      : people.findIndex(({ role }) => isSameRole(role, held));
  return people.map((each, index) => ({
    ...each,
    commander: each.commander ?? index === chosen,
  }));
}

function plain(role: string): string {
  return role
    .toLocaleLowerCase('en')
    .split(/[\s_-]+/)
    .filter(word => word !== '')
    .join(' ');
}
