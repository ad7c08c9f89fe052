import type { PostmortemFacts } from '../PostmortemRecord';

type PublishedFacts = Pick<
  PostmortemFacts,
  'attachedAt' | 'meetingHeldAt' | 'publications' | 'publishedAt'
>;

/**
 * When a postmortem was completed: when the meeting was held or when it was published, as the
 * policy says.
 */
export function completionTime(
  facts: PublishedFacts,
  satisfiedBy: 'published' | 'meeting-held',
): string | undefined {
  return satisfiedBy === 'meeting-held'
    ? sinceAttached(facts, facts.meetingHeldAt)
    : firstPublicationThatCounts(facts);
}

/**
 * The first publication after the last incident was added. Earlier ones don't cover that incident.
 */
function firstPublicationThatCounts(facts: PublishedFacts): string | undefined {
  if (!facts.attachedAt) return facts.publishedAt;
  return facts.publications.find(({ at }) => sinceAttached(facts, at))?.at;
}

function sinceAttached(
  { attachedAt }: Pick<PostmortemFacts, 'attachedAt'>,
  time: string | undefined,
): string | undefined {
  if (!attachedAt) return time;
  return time !== undefined && time >= attachedAt ? time : undefined;
}
