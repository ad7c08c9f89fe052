import { postmortemRules } from 'backstage-plugin-postmortems-node';
import type { PostmortemCriteria } from 'backstage-plugin-postmortems-node';

/**
 * Matches the postmortems that a user can see even if they are restricted, because of the user's role
 * in them.
 *
 * @param claims - entity references of the user and their groups
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
