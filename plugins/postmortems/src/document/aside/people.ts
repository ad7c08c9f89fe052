import type { Postmortem } from 'backstage-plugin-postmortems-common';

export interface Role {
  role: string;
  userRefs: string[];
}

/**
 * Groups contributors by role, in order of first appearance. Leaves out the incident commander, who
 * has a separate field.
 */
export function contributorsByRole(
  postmortem: Pick<Postmortem, 'commanderRef' | 'contributors'>,
): Role[] {
  const { commanderRef, contributors } = postmortem;
  const roles = new Map<string, Role>();
  for (const { role, userRef } of contributors) {
    const key = role.toLocaleLowerCase('en-US');
    if (key === 'incident commander' && userRef === commanderRef) continue;
    const known = roles.get(key) ?? { role, userRefs: [] };
    roles.set(key, { ...known, userRefs: [...known.userRefs, userRef] });
  }
  return [...roles.values()];
}
