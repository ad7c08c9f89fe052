import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Entity, UserEntity } from '@backstage/catalog-model';
import type { Recipients, Recipient } from './reminder/recipients';
import type { Linking } from '../team/ports';

/**
 * Resolves teams to people. Notifying a group would also notify all its subgroups, so one reminder
 * to a department would reach everyone in it.
 */
export class TeamMembers {
  readonly #linking: Pick<Linking, 'find'>;
  readonly #auth: AuthService;
  readonly #known = new Map<string, Entity | undefined>();

  /** Caches catalog responses for the lifetime of this object. */
  constructor(linking: Pick<Linking, 'find'>, auth: AuthService) {
    this.#linking = linking;
    this.#auth = auth;
  }

  /**
   * Resolves recipients to users. A team resolves to its own members, or to the members of the
   * nearest parent that has any. A user who owns a service counts as its team.
   *
   * @throws ServiceUnavailableError if the catalog is unavailable
   */
  async addressed({ users, teams, above }: Recipients): Promise<string[]> {
    const people = new Set(users);
    for (const team of teams) {
      const found = above ? await this.#above(team) : await this.#toldFor(team);
      for (const user of found) people.add(user);
    }
    return [...people].sort();
  }

  /**
   * Loads a recipient and determines which of the teams they belong to.
   *
   * @param teams - groups, and users who own affected entities directly
   * @throws ServiceUnavailableError if the catalog is unavailable
   */
  async recipient(ref: string, teams: string[]): Promise<Recipient> {
    await this.#related(
      await this.#related(teams, RELATION_CHILD_OF),
      RELATION_HAS_MEMBER,
    );
    const recipient: Recipient = {
      ref,
      memberOf: [],
      toldFor: [],
      aboveOf: [],
    };
    for (const team of teams) {
      const members = await this.#related([team], RELATION_HAS_MEMBER);
      if (members.includes(ref)) recipient.memberOf.push(team);
      const toldFor = await this.#toldFor(team);
      if (toldFor.includes(ref)) recipient.toldFor.push(team);
      const above = await this.#above(team);
      if (above.includes(ref)) recipient.aboveOf.push(team);
    }
    return recipient;
  }

  /**
   * The people who are accountable for a group: its owners in the catalog or, without any, its
   * direct members. Owners that are groups stand for their direct members.
   *
   * @throws ServiceUnavailableError if the catalog is unavailable
   */
  async accountable(group: string): Promise<string[]> {
    const members = async (ref: string) =>
      (await this.#related([ref], RELATION_HAS_MEMBER)).filter(isUser);
    const people = new Set<string>();
    for (const owner of await this.#ownersOf(group)) {
      const found = isUser(owner)
        ? await this.#toldFor(owner)
        : await members(owner);
      for (const user of found) people.add(user);
    }
    return people.size > 0 ? [...people].sort() : members(group);
  }

  /**
   * Loads display names of users and groups, falling back to the name in the reference.
   *
   * @throws ServiceUnavailableError if the catalog is unavailable
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

  /**
   * The catalog has no relation for the owners of groups unless a processor adds it, so `spec.owner`
   * counts, too.
   */
  async #ownersOf(group: string): Promise<string[]> {
    const related = await this.#related([group], RELATION_OWNED_BY);
    if (related.length > 0) return related;
    const owner = this.#known.get(group)?.spec?.owner;
    if (typeof owner !== 'string') return [];
    try {
      const ref = parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: parseEntityRef(group).namespace,
      });
      return [stringifyEntityRef(ref)];
    } catch {
      return [];
    }
  }

  async #toldFor(team: string): Promise<string[]> {
    if (!isUser(team)) return this.#membersFrom([team]);
    await this.#learn([team]);
    return this.#known.get(team) ? [team] : [];
  }

  /**
   * The people above a team: members of its parent groups or, if the team is a user, of the user's
   * groups.
   */
  async #above(team: string): Promise<string[]> {
    return this.#membersFrom(
      await this.#related(
        [team],
        isUser(team) ? RELATION_MEMBER_OF : RELATION_CHILD_OF,
      ),
    );
  }

  async #membersFrom(start: string[]): Promise<string[]> {
    const seen = new Set<string>();
    let groups = start;
    while (groups.length > 0) {
      const members = (await this.#related(groups, RELATION_HAS_MEMBER)).filter(
        isUser,
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

function isUser(ref: string): boolean {
  return ref.startsWith('user:');
}
