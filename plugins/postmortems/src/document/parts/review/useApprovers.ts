import { RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogQueries } from '../../../data/catalogQueries';
import { targetsOf } from '../../../data/relations';
import { useLoaded } from '../../../data/useLoaded';
import { useDocument } from '../../useDocument';
import { dependenceOf } from './review';

/** People whose approval would count. */
export interface Approvers {
  /** Approvers who are requested reviewers. */
  asked: string[];
  /** Approvers who are members of the owning teams and haven't been requested. */
  others: string[];
  /** Whether none of the reviewers and team members could give an approval that counts. */
  nobody: boolean;
}

/** Returns the people whose approval would count; `undefined` while unknown. */
export function useApprovers(): Approvers | undefined {
  const catalog = useApi(catalogApiRef);
  const { review, teamRefs } = useDocument().postmortem;
  const { reviewerRefs } = review;
  const groupsAsked = reviewerRefs.filter(ref => ref.startsWith('group:'));
  const groups = [...new Set([...teamRefs, ...groupsAsked])];

  const { value: relations } = useLoaded(
    catalogQueries.relations(catalog, groups),
  );
  if (!relations) return undefined;
  const membersOf = (team: string) =>
    team.startsWith('user:')
      ? [team]
      : targetsOf(relations, team, RELATION_HAS_MEMBER);

  const isFree = (userRef: string) => !dependenceOf(review, userRef);
  const asked = reviewerRefs.filter(ref =>
    // If the reader can't see a group's members, assume that any of them may approve.
    ref.startsWith('group:')
      ? membersOf(ref)?.some(isFree) ?? true
      : isFree(ref),
  );
  const others = [
    ...new Set(teamRefs.flatMap(team => membersOf(team) ?? [])),
  ].filter(ref => isFree(ref) && !reviewerRefs.includes(ref));
  return {
    asked,
    others,
    nobody:
      asked.length === 0 &&
      others.length === 0 &&
      teamRefs.every(team => relations.has(team)),
  };
}
