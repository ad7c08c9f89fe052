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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { TeamCalendar } from '../database/PostmortemRecord';
import type { CatalogLookup } from './CatalogLookup';
import { calendarOf, owningTeamsOf } from './owningTeams';

/** What the catalog says of the affected entities. */
export interface Ownership {
  teamRefs: string[];
  calendar?: TeamCalendar;
}

/** A reference that somebody gave, and the name of the field they gave it in. */
export interface NamedRef {
  field: string;
  ref: string;
}

/** Connects postmortems with the catalog: checks references and derives the owning teams. */
export class Linking {
  readonly #lookup: CatalogLookup;

  constructor(lookup: CatalogLookup) {
    this.#lookup = lookup;
  }

  /**
   * Checks that all references exist, and derives the teams owning the affected entities.
   *
   * @param entityRefs - what was affected, the primary first
   * @param alsoCheck - other references that must exist, such as the owner's
   * @throws InputError naming the first field whose reference does not exist, or is not visible
   *   to these credentials
   * @throws ServiceUnavailableError where the catalog cannot be reached
   */
  async link(
    entityRefs: string[],
    alsoCheck: NamedRef[],
    credentials: BackstageCredentials,
  ): Promise<Ownership> {
    const named = [
      ...entityRefs.map((ref, index) => ({
        field: `entityRefs[${index}]`,
        ref,
      })),
      ...alsoCheck,
    ];
    const found = await this.#lookup.byRefs(
      named.map(({ ref }) => ref),
      credentials,
    );
    const missing = named.find(({ ref }) => !found.has(ref));
    if (missing) {
      throw new InputError(
        `${missing.field} must be an entity in the catalog, and ${missing.ref} is not`,
      );
    }
    const [ownership] = await this.#toOwnership(
      [entityRefs.map(ref => owningTeamsOf(found.get(ref)!))],
      credentials,
    );
    return ownership;
  }

  /**
   * Derives the owning teams of many sets of entities at once, for the refresh.
   *
   * @param sets - the affected entities of each postmortem
   * @returns the ownership of each, or `undefined` where none of its entities exists any more
   */
  async ownershipOf(
    sets: string[][],
    credentials: BackstageCredentials,
  ): Promise<(Ownership | undefined)[]> {
    const found = await this.#lookup.byRefs(sets.flat(), credentials);
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

  /**
   * Finds entities by reference, as far as these credentials may see them.
   *
   * @throws ServiceUnavailableError where the catalog cannot be reached
   */
  find(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Entity>> {
    return this.#lookup.byRefs(refs, credentials);
  }

  /** @param teamSets - per postmortem and entity, primary first, the owning teams */
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
