import { isDeepStrictEqual } from 'node:util';
import { DATED_FACTS } from '../PostmortemRecord';
import type {
  FactEntries,
  PostmortemFacts,
  PostmortemRecord,
  PostmortemVerdict,
} from '../PostmortemRecord';
import { deadlineFacts } from '../../policy/deadlineFacts';
import type { PolicyBook } from '../../policy/PolicyBook';
import { isClaimed } from './importClaims';
import type { FactsStep } from './factsStep';
import type { JudgedChange } from './justification';

/** Facts that determine the deadline. It changes only if they do. */
const DECISIVE = [
  'startedAt',
  'resolvedAt',
  'severityHistory',
  'extension',
  'calendar',
] as const;

type JudgedByPolicy = Pick<
  PostmortemFacts,
  | 'startedAt'
  | 'resolvedAt'
  | 'severityHistory'
  | 'extension'
  | 'calendar'
  | 'meetingHeldAt'
  | 'publishedAt'
  | 'publications'
  | 'attachedAt'
  | 'imported'
  | 'waiver'
  | 'ownerRef'
  | 'ownerAcknowledgedAt'
>;

/** Evaluates facts under the policy in force when the incident started. */
export function judge(
  facts: JudgedByPolicy,
  book: PolicyBook,
): PostmortemVerdict {
  const {
    governingSeverity,
    governingRank,
    required,
    deadline,
    warnAt,
    policy,
  } = deadlineFacts(
    {
      startedAt: new Date(facts.startedAt),
      resolvedAt: facts.resolvedAt ? new Date(facts.resolvedAt) : undefined,
      severityHistory: facts.severityHistory,
      extension: facts.extension,
      calendarOverrides: facts.calendar,
    },
    book,
  );
  return {
    governingSeverity,
    governingRank,
    required,
    deadline,
    warnAt: warnAt?.toISOString(),
    completedAt:
      policy.satisfiedBy === 'meeting-held'
        ? sinceAttached(facts, facts.meetingHeldAt)
        : firstPublicationThatCounts(facts),
    claimed: isClaimed(facts, policy.satisfiedBy),
  };
}

/**
 * The first publication after the last incident was added. Earlier ones don't cover that incident.
 */
function firstPublicationThatCounts(facts: JudgedByPolicy): string | undefined {
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

/**
 * Applies the stricter of two results, because a higher severity must never allow more time,
 * whatever its rule says.
 */
function stricter(
  before: PostmortemRecord,
  verdict: PostmortemVerdict,
): PostmortemVerdict {
  const isLater =
    before.deadline &&
    (!verdict.deadline || verdict.deadline.dueAt > before.deadline.dueAt);
  return {
    ...verdict,
    required: verdict.required || before.required,
    ...(isLater && { deadline: before.deadline, warnAt: before.warnAt }),
  };
}

/**
 * When each fact that affects the deadline was first entered, after a change. If the source or
 * someone independent removed a time, entering it again counts as a first entry. If anyone else
 * removes a time and enters it again, no new correction period starts. A merge doesn't start one
 * either: the earlier entry of the two sides counts.
 */
function factEntriesAfter(
  before: PostmortemRecord,
  after: PostmortemFacts,
  { at, because }: Pick<JudgedChange, 'because'> & { at: string },
): FactEntries {
  const entries = { ...before.factEntries };
  const others = because?.by === 'exception' ? because.entered : undefined;
  for (const fact of DATED_FACTS) {
    if (after[fact] === undefined) {
      const byOthers = because?.by === 'source' || because?.by === 'exception';
      if (byOthers && before[fact] !== undefined) delete entries[fact];
    } else if (before[fact] === undefined) {
      entries[fact] ??= at;
    }
    const other = others?.[fact];
    const own = entries[fact] ?? (before[fact] && before.createdAt);
    if (other && !(own && own < other)) entries[fact] = other;
  }
  return entries;
}

/**
 * When each fact was first entered, even if it was removed later. Defaults to the creation time,
 * for postmortems from before this was recorded.
 */
export function knownEntries(postmortem: PostmortemRecord): FactEntries {
  const made = DATED_FACTS.filter(fact => postmortem[fact]).map(fact => [
    fact,
    postmortem.createdAt,
  ]);
  return { ...Object.fromEntries(made), ...postmortem.factEntries };
}

/**
 * Computes the compliance result of a change before it is saved. Recomputes the deadline only if a
 * fact that affects it changed, so editing the configuration doesn't rewrite the past.
 */
export function stepTo(
  before: PostmortemRecord,
  changed: Partial<PostmortemFacts>,
  meta: Pick<JudgedChange, 'because'> & { at: string },
  book: PolicyBook,
): FactsStep {
  const facts = {
    ...before,
    ...changed,
    // A running deadline keeps the calendar that it started with.
    ...(before.deadline && { calendar: before.calendar }),
  };
  const verdict =
    meta.because?.by === 'exception'
      ? judge(facts, book)
      : judgeAsBefore(before, facts, book);
  const decisive = DECISIVE.filter(
    field => !isDeepStrictEqual(before[field], facts[field]),
  );
  const { severityHistory } = facts;
  const raised =
    decisive.includes('severityHistory') && meta.because?.by !== 'exception'
      ? stricter(
          before,
          judgeAsBefore(before, { ...before, severityHistory }, book),
        )
      : undefined;
  const held = raised && decisive.length === 1 ? raised : verdict;
  const after: PostmortemRecord = {
    ...facts,
    ...(decisive.length > 0 && held),
    completedAt: verdict.completedAt,
    claimed: verdict.claimed,
    factEntries: factEntriesAfter(before, facts, meta),
  };
  return {
    before: raised ? { ...before, severityHistory, ...raised } : before,
    after,
    wasRequired: before.required,
    ...(!before.deadline &&
      before.required &&
      before.startedAt !== facts.startedAt && {
        wouldBeDue: wouldBeDue(before, facts, meta.at, book),
      }),
  };
}

/**
 * Evaluates changed facts without lowering the governing severity. Replaces a severity that is no
 * longer configured with the configured one of the same rank.
 */
function judgeAsBefore(
  before: PostmortemRecord,
  facts: PostmortemFacts,
  book: PolicyBook,
): PostmortemVerdict {
  const { governingSeverity, governingRank } = before;
  const { severities } = book;
  const verdict = judge(facts, book);
  const isKnown = severities.has(governingSeverity);
  if (
    isKnown &&
    severities.compare(verdict.governingSeverity, governingSeverity) <= 0
  ) {
    return verdict;
  }
  const { definitions } = severities;
  const severity = isKnown
    ? severities.canonical(governingSeverity)
    : definitions[Math.min(governingRank, definitions.length) - 1].id;
  const { severityHistory } = facts;
  const { at } = severityHistory[severityHistory.length - 1];
  const held = judge(
    { ...facts, severityHistory: [...severityHistory, { severity, at }] },
    book,
  );
  return held.governingSeverity === severity
    ? {
        ...held,
        governingSeverity,
        governingRank: isKnown ? held.governingRank : governingRank,
      }
    : held;
}

/** The due dates if the incident were resolved now, with the old and the new start. */
function wouldBeDue(
  before: PostmortemRecord,
  after: PostmortemFacts,
  at: string,
  book: PolicyBook,
): FactsStep['wouldBeDue'] {
  const { severityHistory, calendar, resolvedAt = at } = after;
  const dueAt = ({ startedAt }: Pick<PostmortemFacts, 'startedAt'>) =>
    judge({ ...before, severityHistory, calendar, resolvedAt, startedAt }, book)
      .deadline?.dueAt;
  return { before: dueAt(before), after: dueAt(after) };
}
