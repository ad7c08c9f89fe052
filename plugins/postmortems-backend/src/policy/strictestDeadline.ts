import type {
  Deadline,
  Policy,
  Rule,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import { computeDeadline, ruleFor } from './computeDeadline';
import type { CalendarOverrides } from './computeDeadline';
import type { PolicyBook } from './PolicyBook';
import type { SeverityScale } from './SeverityScale';

/** Facts about an incident that determine its deadline. */
export interface DecidingFacts {
  startedAt: Date;
  /** Undefined while the incident is ongoing, when no deadline is running. */
  resolvedAt?: Date;
  /** Oldest first; at least one change. */
  severityHistory: SeverityChange[];
  extension?: { dueAt: string };
  calendarOverrides?: CalendarOverrides;
}

/** The policy's results, as stored. */
export interface DeadlineFacts {
  governingSeverity: string;
  governingRank: number;
  /** Whether a rule covers the governing severity. */
  required: boolean;
  rule?: Rule;
  deadline?: Deadline;
  dueAt?: Date;
  /** Start of the warning period before the deadline. */
  warnAt?: Date;
  /** The policy in force when the incident started. */
  policy: Policy;
}

/**
 * Evaluates an incident under the policy in force when it started. The governing severity must not
 * allow more time than a lower severity that the incident had before. Therefore the strictest rule
 * of all these severities applies.
 */
export function strictestDeadline(
  facts: DecidingFacts,
  book: PolicyBook,
): DeadlineFacts {
  const governed = factsBy(facts, book);
  const lesser = lesserHistories(facts.severityHistory, book.severities).map(
    severityHistory => factsBy({ ...facts, severityHistory }, book),
  );
  const { rule, deadline, dueAt, warnAt } = lesser.reduce(stricter, governed);
  return {
    ...governed,
    required: rule !== undefined,
    rule,
    deadline,
    dueAt,
    warnAt,
  };
}

function stricter(one: DeadlineFacts, other: DeadlineFacts): DeadlineFacts {
  if (!one.required || !other.required) return one.required ? one : other;
  return one.dueAt && other.dueAt && other.dueAt < one.dueAt ? other : one;
}

/** The histories up to each severity change before the governing severity was reached. */
function lesserHistories(
  history: SeverityChange[],
  severities: SeverityScale,
): SeverityChange[][] {
  const meant = history.filter(change => !change.declaredByMistake);
  const governing = severities.governing(history);
  const peak = meant.findIndex(
    ({ severity }) => severities.compare(severity, governing) === 0,
  );
  const before = meant.slice(0, Math.max(0, peak));
  return before.map((_, index) => before.slice(0, index + 1));
}

/** Evaluates the governing severity only. */
function factsBy(facts: DecidingFacts, book: PolicyBook): DeadlineFacts {
  const { startedAt, resolvedAt, severityHistory } = facts;
  const policy = book.policyFor(startedAt);
  const governingSeverity = book.severities.governing(severityHistory);
  const rule = ruleFor(policy, governingSeverity);
  const deadline =
    resolvedAt &&
    computeDeadline({
      resolvedAt,
      governingSeverity,
      policy,
      severityHistory,
      calendarOverrides: facts.calendarOverrides,
      extension: facts.extension,
    });
  const dueAt = deadline && new Date(deadline.dueAt);
  return {
    governingSeverity,
    governingRank: book.severities.rank(governingSeverity),
    required: rule !== undefined,
    rule,
    deadline,
    dueAt,
    warnAt:
      dueAt && new Date(dueAt.getTime() - policy.warnBeforeHours * 3_600_000),
    policy,
  };
}
