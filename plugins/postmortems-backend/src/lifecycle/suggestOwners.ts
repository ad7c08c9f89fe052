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

import type {
  Contributor,
  OwnerReason,
  OwnerSuggestions,
} from 'backstage-plugin-postmortems-common';

/** What is known of those who might own a postmortem. */
export interface OwnerCandidates {
  /** Whom the last owner suggested. */
  suggestedRef?: string;
  commanderRef?: string;
  contributors: Contributor[];
  /** How many postmortems of the primary entity people owned. */
  ownedBefore: Map<string, number>;
  /** Who gave this postmortem back already. */
  handedOverBy: string[];
}

/** How many are suggested: a choice, not the staff list. */
const MOST = 10;

/** Roles of the people who did the work, whatever exactly they are called. */
const LEADING = /lead|investigat|expert/i;
const RESPONDING = /respon[ds]|on[- ]?call|engineer|deputy/i;

/**
 * Who might own a postmortem, the most fitting first, and why.
 *
 * Source of the criteria: PagerDuty's guide.
 */
export function suggestOwners(
  candidates: OwnerCandidates,
): OwnerSuggestions['items'] {
  const { suggestedRef, commanderRef, contributors, ownedBefore } = candidates;
  const withRole = (role: RegExp) =>
    contributors.filter(each => role.test(each.role)).map(each => each.userRef);

  // In the order of their weight, which is also the order of the answer.
  const criteria: [OwnerReason, string[]][] = [
    ['suggested', suggestedRef ? [suggestedRef] : []],
    ['investigated', withRole(LEADING)],
    ['responded', withRole(RESPONDING)],
    ['triggered', commanderRef ? [commanderRef] : []],
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
