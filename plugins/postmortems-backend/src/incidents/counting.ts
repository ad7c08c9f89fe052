/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type {
  NotRequiredReason,
  SeverityChange,
} from 'backstage-plugin-postmortems-common';
import type { PolicyBook } from '../policy';

/** Which incidents count, as configured. */
export interface CountingRules {
  /** Ids of the severities that count; by default those that a rule of the policy covers. */
  severities?: string[];
  exclude: {
    sources: string[];
    /** In lower case. */
    labels: string[];
  };
}

/** What decides whether an incident counts. */
export interface CountedFacts {
  source: string;
  labels: string[];
  drill: boolean;
  startedAt: string;
  history: SeverityChange[];
  /** Severities in the source's words that nobody mapped. */
  unknown: string[];
}

/** Whether an incident owes a postmortem, and if not why. */
export type Verdict =
  | { counts: true }
  /** It depends on a severity that nobody mapped. */
  | { counts: 'unknown' }
  | { counts: false; because: NotRequiredReason };

/** Why an incident is left out whatever its severity. */
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
 * Whether an incident owes a postmortem. The highest severity ever reached decides, by the policy
 * in force when it started. One that was lowered later counts, and so does a false alarm: a
 * response was triggered.
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
