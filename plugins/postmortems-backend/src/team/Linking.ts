import { parseEntityRef } from '@backstage/catalog-model';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CalendarOverrides } from '../policy/computeDeadline';
import type { CatalogLookup } from './CatalogLookup';
import { owningTeamsOf } from './owningTeams';
import { calendarOf } from './teamCalendar';

/** The owners of the affected entities. */
export interface Ownership {
  /** Groups, and users who own entities directly. */
  teamRefs: string[];
  calendar?: CalendarOverrides;
}

/** A reference and the name of the field it came from. */
export interface NamedRef {
  field: string;
  ref: string;
}

/** What the catalog contains for a set of references. */
export interface Linked {
  /** The owners of the affected entities that exist; undefined if none exists. */
  ownership?: Ownership;
  /** References that don't exist or aren't visible to the caller. */
  missing: NamedRef[];
}

/** Connects postmortems to the catalog: looks up references and derives owning teams. */
export class Linking {
  readonly #lookup: CatalogLookup;

  constructor(lookup: CatalogLookup) {
    this.#lookup = lookup;
  }

  /**
   * Looks up all references, and derives the teams that own the affected entities. It is up to the
   * caller which missing references are acceptable.
   *
   * @param entityRefs - the affected entities, primary first
   * @param others - other references, such as the owner
   * @throws ServiceUnavailableError if the catalog is unavailable
   */
  async link(
    entityRefs: string[],
    others: NamedRef[],
    credentials: BackstageCredentials,
  ): Promise<Linked> {
    const named = [
      ...entityRefs.map((ref, index) => ({
        field: `entityRefs[${index}]`,
        ref,
      })),
      ...others,
    ];
    const found = await this.#lookup.byRefs(
      named.map(({ ref }) => ref),
      credentials,
    );
    const [ownership] = await this.#ownershipIn(
      [entityRefs],
      found,
      credentials,
    );
    return { ownership, missing: named.filter(({ ref }) => !found.has(ref)) };
  }

  /**
   * Derives the owning teams for many sets of entities at once. Used by the refresh task.
   *
   * @param sets - the affected entities of each postmortem
   * @returns the ownership of each postmortem; undefined if none of its entities exists anymore
   */
  async ownershipOf(
    sets: string[][],
    credentials: BackstageCredentials,
  ): Promise<(Ownership | undefined)[]> {
    const found = await this.#lookup.byRefs(sets.flat(), credentials);
    return this.#ownershipIn(sets, found, credentials);
  }

  /**
   * Finds entities by reference, if they are visible to these credentials.
   *
   * @throws ServiceUnavailableError if the catalog is unavailable
   */
  find(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Entity>> {
    return this.#lookup.byRefs(refs, credentials);
  }

  async #ownershipIn(
    sets: string[][],
    found: Map<string, Entity>,
    credentials: BackstageCredentials,
  ): Promise<(Ownership | undefined)[]> {
    const teamSets = sets.map(refs =>
      refs.flatMap(ref => {
        const entity = found.get(ref);
        return entity ? [owningTeamsOf(entity)] : [];
      }),
    );
    const ownerships = await this.#toOwnership(teamSets, credentials);
    return ownerships.map((ownership, index) =>
      teamSets[index].length > 0 ? ownership : undefined,
    );
  }

  /** @param teamSets - the owning teams for each entity (primary first) of each postmortem */
  async #toOwnership(
    teamSets: string[][][],
    credentials: BackstageCredentials,
  ): Promise<Ownership[]> {
    const answering = teamSets.map(([primary]) => primary?.[0]);
    const groups = await this.#lookup.byRefs(
      answering.flatMap(team => team ?? []),
      credentials,
    );
    return teamSets.map((teams, index) => {
      const group = groups.get(answering[index] ?? '');
      return {
        teamRefs: [...new Set(teams.flat())].sort(),
        calendar: group && calendarOf(group),
      };
    });
  }
}

/**
 * Rejects missing references.
 *
 * @throws InputError naming the first field whose reference is missing
 */
export function assertInCatalog([missing]: NamedRef[]): void {
  if (!missing) return;
  throw new InputError(
    `${missing.field}: ${missing.ref} is not in the catalog. Use an existing entity`,
  );
}

/**
 * A reference that must be a User.
 *
 * @throws InputError naming the field otherwise
 */
export function userField(field: string, ref: string): NamedRef {
  if (parseEntityRef(ref).kind !== 'user') {
    throw new InputError(`${field} must be a User entity, not ${ref}`);
  }
  return { field, ref };
}
