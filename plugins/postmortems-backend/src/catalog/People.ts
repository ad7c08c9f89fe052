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

import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  parseEntityRef,
} from '@backstage/catalog-model';
import type { Entity, UserEntity } from '@backstage/catalog-model';
import type { Addressees } from '../reminders/addressees';
import type { Linking } from './Linking';

/**
 * Finds the people of teams. The portal's notifications could be sent to a group too, but then go
 * to everybody in all groups below it: one reminder to a department would reach its whole staff.
 */
export class People {
  readonly #linking: Pick<Linking, 'find'>;
  readonly #auth: AuthService;
  readonly #known = new Map<string, Entity | undefined>();

  /** What the catalog says is asked once and kept as long as this is. */
  constructor(linking: Pick<Linking, 'find'>, auth: AuthService) {
    this.#linking = linking;
    this.#auth = auth;
  }

  /**
   * The people addressed: for a team its own members, or those of the nearest group above that
   * has any.
   *
   * @throws ServiceUnavailableError where the catalog cannot be reached
   */
  async addressed({ users, teams, above }: Addressees): Promise<string[]> {
    const people = new Set(users);
    for (const team of teams) {
      const start = above
        ? await this.#related([team], RELATION_CHILD_OF)
        : [team];
      for (const user of await this.#membersFrom(start)) people.add(user);
    }
    return [...people].sort();
  }

  /**
   * What people are called: their display names, or the names in their references.
   *
   * @throws ServiceUnavailableError where the catalog cannot be reached
   */
  async names(refs: string[]): Promise<(ref: string) => string> {
    await this.#learn(refs);
    return ref => {
      const user = this.#known.get(ref) as UserEntity | undefined;
      return (
        user?.spec?.profile?.displayName ??
        user?.metadata.title ??
        parseEntityRef(ref).name
      );
    };
  }

  async #membersFrom(start: string[]): Promise<string[]> {
    const seen = new Set<string>();
    let groups = start;
    while (groups.length > 0) {
      const members = (await this.#related(groups, RELATION_HAS_MEMBER)).filter(
        ref => ref.startsWith('user:'),
      );
      if (members.length > 0) return members;
      for (const group of groups) seen.add(group);
      const parents = await this.#related(groups, RELATION_CHILD_OF);
      groups = parents.filter(group => !seen.has(group));
    }
    return [];
  }

  async #related(refs: string[], type: string): Promise<string[]> {
    await this.#learn(refs);
    return refs.flatMap(ref =>
      (this.#known.get(ref)?.relations ?? [])
        .filter(relation => relation.type === type)
        .map(relation => relation.targetRef),
    );
  }

  async #learn(refs: string[]): Promise<void> {
    const unknown = refs.filter(ref => !this.#known.has(ref));
    if (unknown.length === 0) return;
    const found = await this.#linking.find(
      unknown,
      await this.#auth.getOwnServiceCredentials(),
    );
    for (const ref of unknown) this.#known.set(ref, found.get(ref));
  }
}
