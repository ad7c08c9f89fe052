import type {
  NotRequiredReason,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import type { PolicyBook } from '../policy/PolicyBook';

/** Configuration that determines which incidents require a postmortem. */
export interface CountingRules {
  /** Ids of severities that require a postmortem. Defaults to those with a policy rule. */
  severities?: string[];
  exclude: {
    sources: string[];
    /** Excluded labels, in lowercase. */
    labels: string[];
  };
}

/** Facts that determine whether an incident requires a postmortem. */
export interface CountedFacts {
  source: string;
  labels: string[];
  drill: boolean;
  startedAt: string;
  history: SeverityChange[];
  /** Unmapped severities, as named by the source. */
  unknown: string[];
}

/** Whether an incident requires a postmortem, and if not, why. */
export type Verdict =
  | { counts: true }
  /** Depends on a severity that isn't mapped yet. */
  | { counts: 'unknown' }
  | { counts: false; because: NotRequiredReason };

/** The reason why an incident requires no postmortem regardless of its severity. */
export function excludedBecause(
  facts: Pick<CountedFacts, 'source' | 'labels' | 'drill'>,
  { exclude }: CountingRules,
): NotRequiredReason | undefined {
  if (facts.drill) return 'drill';
  if (exclude.sources.includes(facts.source)) return 'source';
  return facts.labels.some(label =>
    exclude.labels.includes(label.trim().toLocaleLowerCase('en')),
  )
    ? 'label'
    : undefined;
}

/**
 * Decides whether an incident requires a postmortem. The highest severity ever reached counts,
 * under the policy in force when the incident started. It still counts after a downgrade or a false
 * alarm, because a response was triggered.
 */
export function judgeIncident(
  facts: CountedFacts,
  rules: CountingRules,
  book: PolicyBook,
): Verdict {
  const excluded = excludedBecause(facts, rules);
  if (excluded) return { counts: false, because: excluded };

  const { history, unknown, startedAt } = facts;
  if (history.length > 0) {
    const governing = book.severities.governing(history);
    const counting =
      rules.severities ??
      book.policyFor(new Date(startedAt)).rules.map(({ severity }) => severity);
    if (counting.includes(governing)) return { counts: true };
  }
  if (unknown.length > 0) return { counts: 'unknown' };
  return {
    counts: false,
    because: history.length > 0 ? 'severity' : 'no-severity',
  };
}
