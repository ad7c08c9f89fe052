import type { PostmortemRecord } from './PostmortemRecord';
import type { PostmortemResource } from 'backstage-plugin-postmortems-node';
import type { Knex } from 'knex';
import type { Scope } from '../kernel/access/Access';
import {
  column,
  joined,
  nullable,
  whereMeets,
} from '../kernel/access/scopeSql';
import type { Fields } from '../kernel/access/scopeSql';

const POSTMORTEM = { id: 'postmortems.id', reference: 'postmortem_id' };

const FIELDS: Fields = {
  ownerRef: nullable('postmortems.owner_ref'),
  commanderRef: nullable('postmortems.commander_ref'),
  severity: column('postmortems.governing_severity'),
  visibility: column('postmortems.visibility'),
  contributorRefs: joined('postmortem_contributors', 'user_ref', POSTMORTEM),
  reviewerRefs: joined('postmortem_reviewers', 'reviewer_ref', POSTMORTEM),
  teamRefs: joined('postmortem_teams', 'team_ref', POSTMORTEM),
  entityRefs: joined('postmortem_entities', 'entity_ref', POSTMORTEM),
};

export function whereAmong(query: Knex.QueryBuilder, which: Scope): void {
  whereMeets(query, which, FIELDS);
}

/**
 * Finds which of the reported permissions the caller has for each postmortem.
 *
 * @param reported - for each permission, the postmortems for which the caller has it
 * @returns permission names by postmortem
 */
export async function permissionsFor(
  knex: Knex,
  reported: Record<string, Scope>,
  postmortems: number[],
): Promise<(postmortem: number) => string[]> {
  const held: [string, Set<number>][] = [];
  for (const [name, scope] of Object.entries(reported)) {
    if (scope === 'none') continue;
    const matches = knex('postmortems').whereIn('postmortems.id', postmortems);
    whereAmong(matches, scope);
    const numbers =
      scope === 'all' ? postmortems : await matches.pluck('postmortems.id');
    held.push([name, new Set(numbers)]);
  }
  return postmortem =>
    held.filter(([, has]) => has.has(postmortem)).map(([name]) => name);
}

/** Postmortem attributes used by permission rules. */
export function toResource(
  record: Omit<PostmortemRecord, 'number'>,
): PostmortemResource {
  return {
    ownerRef: record.ownerRef,
    commanderRef: record.commanderRef,
    contributorRefs: record.contributors.map(({ userRef }) => userRef),
    reviewerRefs: record.reviewerRefs,
    teamRefs: record.teamRefs,
    entityRefs: record.entityRefs,
    severity: record.governingSeverity,
    visibility: record.visibility,
  };
}
