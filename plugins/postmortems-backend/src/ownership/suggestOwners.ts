import type {
  Contributor,
  OwnerReason,
  OwnerSuggestions,
} from 'backstage-plugin-postmortems-common';

/** Facts about possible owners of a postmortem. */
export interface OwnerCandidates {
  /** Suggested by the last owner. */
  suggestedRef?: string;
  commanderRef?: string;
  /** Users who own the primary entity. */
  entityOwners: string[];
  contributors: Contributor[];
  /** How many postmortems for the primary entity each user has owned. */
  ownedBefore: Map<string, number>;
  /** Users who have already handed over this postmortem. */
  handedOverBy: string[];
}

/** Maximum number of suggestions. */
const MOST = 10;

/** Roles of people who did the work, as incident tools name them. */
const LEADING = /lead|investigat|expert/i;
const RESPONDING = /respon[ds]|on[- ]?call|engineer|deputy/i;

/**
 * Suggests owners with reasons, best match first. Source of the criteria: PagerDuty's postmortem
 * guide.
 */
export function suggestOwners(
  candidates: OwnerCandidates,
): OwnerSuggestions['items'] {
  const { suggestedRef, commanderRef, contributors, ownedBefore } = candidates;
  const withRole = (role: RegExp) =>
    contributors.filter(each => role.test(each.role)).map(each => each.userRef);

  // In order of weight, which is also the order in the response.
  const criteria: [OwnerReason, string[]][] = [
    ['suggested', suggestedRef ? [suggestedRef] : []],
    ['investigated', withRole(LEADING)],
    ['responded', withRole(RESPONDING)],
    ['triggered', commanderRef ? [commanderRef] : []],
    ['owns-entity', candidates.entityOwners],
    [
      'owned-before',
      [...ownedBefore]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([userRef]) => userRef),
    ],
  ];
  const reasons = new Map<string, OwnerReason[]>();
  for (const [reason, people] of criteria) {
    for (const userRef of new Set(people)) {
      reasons.set(userRef, [...(reasons.get(userRef) ?? []), reason]);
    }
  }
  return [...reasons]
    .filter(([userRef]) => !candidates.handedOverBy.includes(userRef))
    .slice(0, MOST)
    .map(([userRef, why]) => ({
      userRef,
      reasons: why,
      ownedBefore: ownedBefore.get(userRef) ?? 0,
    }));
}
