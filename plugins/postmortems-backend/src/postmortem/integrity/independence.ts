import type { IndependenceRule } from '../../policy/PolicyBook';

/** Facts that determine whether someone is independent of a postmortem. */
export interface IndependenceFacts {
  ownerRef?: string;
  /** People who acknowledged or edited while they were the owner, within the relevant scope. */
  involvedRefs: ReadonlySet<string>;
  /** How many characters of the current text each author wrote. */
  authors: ReadonlyMap<string, number>;
}

export type Dependence = 'owner' | 'was-owner' | 'author';

/**
 * Why a user isn't independent of a postmortem; undefined if they are. The owner, former owners who
 * acknowledged or edited it, and the author of more than half of the text aren't independent. A
 * former owner who never acknowledged or edited it is independent.
 */
export function dependenceOf(
  userRef: string,
  { ownerRef, involvedRefs, authors }: IndependenceFacts,
  rule: IndependenceRule = 'not-author',
): Dependence | undefined {
  if (userRef === ownerRef) return 'owner';
  if (involvedRefs.has(userRef)) return 'was-owner';
  if (rule === 'not-owner') return undefined;
  const total = [...authors.values()].reduce((sum, each) => sum + each, 0);
  return (authors.get(userRef) ?? 0) * 2 > total ? 'author' : undefined;
}

const BECAUSE: Record<Dependence, string> = {
  owner: 'you are the owner',
  'was-owner': 'you acknowledged or edited it as its owner',
  author: 'you wrote more than half of the text',
};

/** The reason, as the last part of an error message. */
export function explainDependence(dependence: Dependence): string {
  return BECAUSE[dependence];
}
