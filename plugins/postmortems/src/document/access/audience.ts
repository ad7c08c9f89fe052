import type { Postmortem } from 'backstage-plugin-postmortems-common';

/** Users and groups named on a restricted postmortem, who can therefore see it. */
export type Audience = string[];

/** Returns who can see a restricted postmortem, or `undefined` if everyone can. */
export function audienceOf(postmortem: Postmortem): Audience | undefined {
  if (postmortem.visibility !== 'restricted') return undefined;
  return involvedIn(postmortem);
}

/** Returns the users and groups involved in a postmortem. */
export function involvedIn(
  postmortem: Pick<
    Postmortem,
    'ownerRef' | 'commanderRef' | 'contributors' | 'review' | 'teamRefs'
  >,
): Audience {
  const { ownerRef, commanderRef, contributors, review, teamRefs } = postmortem;
  return [
    ownerRef,
    commanderRef,
    ...contributors.map(({ userRef }) => userRef),
    ...review.reviewerRefs,
    ...teamRefs,
  ].filter(ref => ref !== undefined);
}

/** Whether an audience includes a user or group, directly or through their groups. */
export function isIn(
  audience: Audience,
  ref: string,
  groupRefs: string[] = [],
): boolean {
  return [ref, ...groupRefs].some(each => audience.includes(each));
}
