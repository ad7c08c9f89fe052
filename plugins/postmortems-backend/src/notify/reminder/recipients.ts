import type { PostmortemRecord } from '../../postmortem/PostmortemRecord';
import type { ReminderTrigger, ReminderFacts } from './ReminderTrigger';

/**
 * Recipients before they are resolved: people, members of teams or, if `above` is set, members of
 * the teams' parent groups.
 */
export interface Recipients {
  users: string[];
  teams: string[];
  above: boolean;
}

/** A recipient, with their groups from the catalog. */
export interface Recipient {
  ref: string;
  /** Groups that they are a member of. */
  memberOf: string[];
  /** Groups whose messages they get: their own groups and any subgroups without members. */
  toldFor: string[];
  /** Groups for which they get messages as a member of the parent group. */
  aboveOf: string[];
}

/**
 * Determines the recipients of a reminder. If the intended role is unfilled, it goes to the owning
 * teams.
 */
export function recipientsOf(
  { to, actionItem }: Pick<ReminderTrigger, 'to' | 'actionItem'>,
  { postmortem, actionItems }: ReminderFacts,
): Recipients {
  const item = actionItems.find(({ number }) => number === actionItem);
  const owner = item ? item.ownerRef : postmortem.ownerRef;
  const person = {
    owner,
    // If the owner is also the commander, send the reminder to the owning teams instead.
    commander:
      postmortem.commanderRef === owner ? undefined : postmortem.commanderRef,
    'incident-lead': postmortem.commanderRef ?? postmortem.ownerRef,
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
    above: to === 'parent' && reachesParents(postmortem),
  };
}

/** Whether reminders escalate to parent groups. Those of restricted postmortems never do. */
export function reachesParents({
  visibility,
}: Pick<PostmortemRecord, 'visibility'>): boolean {
  return visibility !== 'restricted';
}

export function isRecipient(
  recipient: Recipient,
  { users, teams, above }: Recipients,
): boolean {
  const reached = above ? recipient.aboveOf : recipient.toldFor;
  return (
    users.includes(recipient.ref) || teams.some(team => reached.includes(team))
  );
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
