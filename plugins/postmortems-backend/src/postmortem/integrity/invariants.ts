import type { PostmortemFacts } from '../PostmortemRecord';

/** Facts that must be consistent with each other. */
export type InvariantFacts = Pick<
  PostmortemFacts,
  | 'visibility'
  | 'ownerRef'
  | 'ownerAcknowledgedAt'
  | 'status'
  | 'resolvedAt'
  | 'publishedAt'
  | 'publications'
  | 'imported'
> & {
  /** Whether the postmortem covers an incident that is private at its source. */
  coversPrivate: boolean;
};

interface Invariant {
  holds(facts: InvariantFacts): boolean;
  /** The error message: what is wrong and what to do. */
  otherwise: string;
}

const INVARIANTS: Invariant[] = [
  {
    holds: ({ coversPrivate, visibility }) =>
      !coversPrivate || visibility === 'restricted',
    otherwise:
      'visibility must be restricted while the postmortem covers a private incident. Make the incident public at its source first',
  },
  {
    holds: ({ ownerRef, ownerAcknowledgedAt }) =>
      ownerAcknowledgedAt === undefined || ownerRef !== undefined,
    otherwise:
      'ownerAcknowledgedAt requires ownerRef. Add ownerRef, or omit ownerAcknowledgedAt',
  },
  {
    holds: ({ status, resolvedAt }) =>
      status !== 'published' || resolvedAt !== undefined,
    otherwise:
      'resolvedAt is required while status is published. Resolve the incident first, or reopen the postmortem',
  },
  {
    // An import's publication isn't stored until its claim is confirmed.
    holds: ({ status, publishedAt, publications, imported }) =>
      (status !== 'published' ||
        publishedAt !== undefined ||
        imported?.claims.publication !== undefined) &&
      (publishedAt !== undefined) === publications.length > 0,
    otherwise:
      'publishedAt is required when status is published, and must be omitted otherwise',
  },
];

/**
 * Messages for the invariants that a change breaks. Ignores those already broken before the change,
 * because an earlier version may have saved that state.
 *
 * @param before - undefined for a new postmortem
 */
export function brokenBy(
  before: InvariantFacts | undefined,
  after: InvariantFacts,
): string[] {
  return INVARIANTS.filter(
    ({ holds }) => !holds(after) && (!before || holds(before)),
  ).map(({ otherwise }) => otherwise);
}
