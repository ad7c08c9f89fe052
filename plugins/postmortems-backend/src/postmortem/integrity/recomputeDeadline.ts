import { isDeepStrictEqual } from 'node:util';
import type {
  PostmortemFacts,
  PostmortemRecord,
  PostmortemVerdict,
} from '../PostmortemRecord';
import type { PolicyBook } from '../../policy/PolicyBook';
import { evaluateUnderPolicy } from './evaluateUnderPolicy';
import { factEntriesAfter } from './factEntries';
import type { FactsStep } from './factsStep';
import type { JudgedChange } from './justification';

/** Facts that determine the deadline, which changes only if one of them does. */
const DECISIVE = [
  'startedAt',
  'resolvedAt',
  'severityHistory',
  'extension',
  'calendar',
] as const;

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
      ? evaluateUnderPolicy(facts, book)
      : judgeAsBefore(before, facts, book);
  const decisive = DECISIVE.filter(
    field => !isDeepStrictEqual(before[field], facts[field]),
  );
  const { severityHistory } = facts;
  const raised =
    decisive.includes('severityHistory') && meta.because?.by !== 'exception'
      ? notLater(
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
  const verdict = evaluateUnderPolicy(facts, book);
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
  const held = evaluateUnderPolicy(
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
    evaluateUnderPolicy(
      { ...before, severityHistory, calendar, resolvedAt, startedAt },
      book,
    ).deadline?.dueAt;
  return { before: dueAt(before), after: dueAt(after) };
}

/**
 * Applies the stricter of two results, because a higher severity must never allow more time,
 * whatever its rule says.
 */
function notLater(
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
