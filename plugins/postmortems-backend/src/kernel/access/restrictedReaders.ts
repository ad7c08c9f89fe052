import { postmortemRules } from 'backstage-plugin-postmortems-node';
import type { PostmortemCriteria } from 'backstage-plugin-postmortems-node';

/**
 * People connected to a postmortem, who can see it even if it is restricted.
 *
 * @param claims - references of a user and their groups
 */
export function restrictedReaders(claims: string[]): PostmortemCriteria {
  return {
    anyOf: [
      postmortemRules.isOwner.toQuery({ claims }),
      postmortemRules.isContributor.toQuery({ claims }),
      postmortemRules.isReviewer.toQuery({ claims }),
      postmortemRules.isInOwningTeam.toQuery({ claims }),
    ],
  };
}
