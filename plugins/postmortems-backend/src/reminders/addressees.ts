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

import type { PostmortemRecord } from '../database/PostmortemRecord';
import type { Occasion, ReminderFacts } from './occasions';

/** Whom something is told: people, the members of teams, or those of the groups above them. */
export interface Addressees {
  users: string[];
  teams: string[];
  above: boolean;
}

/**
 * Whom an occasion addresses. Where nobody holds the role, the owning teams answer for it. This is
 * the one place that decides who hears of a postmortem: of a restricted one only those it
 * concerns, never the groups above.
 */
export function addresseesOf(
  { to, actionItem }: Pick<Occasion, 'to' | 'actionItem'>,
  { postmortem, actionItems }: ReminderFacts,
): Addressees {
  const item = actionItems.find(({ number }) => number === actionItem);
  const owner = item ? item.ownerRef : postmortem.ownerRef;
  const person = {
    owner,
    // Reminding people of themselves says nothing that they were not told.
    commander:
      postmortem.commanderRef === owner ? undefined : postmortem.commanderRef,
    team: undefined,
    parent: undefined,
  }[to];
  if (person && mayHear(person, postmortem)) {
    return person.startsWith('group:')
      ? { users: [], teams: [person], above: false }
      : { users: [person], teams: [], above: false };
  }
  return {
    users: [],
    teams: item?.teamRefs ?? postmortem.teamRefs,
    above: to === 'parent' && postmortem.visibility !== 'restricted',
  };
}

/**
 * Whether somebody who was addressed still is. Who is in a team is not asked again: that they
 * were a moment ago is good enough.
 */
export function isAddressed(ref: string, addressees: Addressees): boolean {
  return addressees.teams.length > 0 || addressees.users.includes(ref);
}

function mayHear(ref: string, postmortem: PostmortemRecord): boolean {
  const { ownerRef, commanderRef, contributors, reviewerRefs, teamRefs } =
    postmortem;
  return (
    postmortem.visibility !== 'restricted' ||
    [
      ownerRef,
      commanderRef,
      ...contributors.map(({ userRef }) => userRef),
      ...reviewerRefs,
      ...teamRefs,
    ].includes(ref)
  );
}
