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

import type { SeverityChange } from 'backstage-plugin-postmortems-common';
import type { SourceService } from 'backstage-plugin-postmortems-node';
import type { PolicyBook } from '../policy';
import { excludedBecause, judgeIncident } from './counting';
import type { CountingRules, Verdict } from './counting';
import type { IncidentState, SourceResponder } from './fold';
import { joinSeverities, mapSeverities } from './severities';
import type { SourceRules } from './SourceRules';

/** An incident together with those that went on as part of it. */
export interface WholeIncident {
  startedAt: string;
  history: SeverityChange[];
  unknownSeverities: string[];
  services: SourceService[];
  responders: SourceResponder[];
  private: boolean;
  verdict: Verdict;
}

/**
 * What is known of an incident and of those merged into it, taken together, and whether that
 * counts. A drill that was merged into it adds nothing.
 *
 * @param merged - those that went on as part of it, and have no postmortem of their own
 */
export function wholeIncident(
  source: string,
  survivor: IncidentState,
  merged: IncidentState[],
  rules: { source: SourceRules; counting: CountingRules; book: PolicyBook },
): WholeIncident {
  const scale = rules.book.severities;
  const parts = merged.filter(
    part => !excludedBecause({ source, ...part }, rules.counting),
  );
  const own = mapSeverities(survivor.severities, rules.source, scale);
  const others = parts.map(part => ({
    ...mapSeverities(part.severities, rules.source, scale),
    mergedAt: part.mergedAt ?? part.startedAt,
  }));
  const all = [survivor, ...parts];
  const startedAt = all.map(each => each.startedAt).sort()[0];
  const history = joinSeverities(own.history, others, scale);
  const unknown = [
    ...new Set([own, ...others].flatMap(each => each.unknown)),
  ].sort();
  // A real incident that went into a drill is real.
  const excluded =
    parts.length === 0
      ? { labels: survivor.labels, drill: survivor.drill }
      : { labels: [], drill: false };
  return {
    startedAt,
    history,
    unknownSeverities: unknown,
    services: uniqueBy(
      all.flatMap(each => each.services),
      ({ id }) => id,
    ),
    responders: uniqueBy(
      all.flatMap(each => each.responders),
      ({ role, person }) => JSON.stringify([role, person.email ?? person.name]),
    ),
    private: all.some(each => each.private),
    verdict: judgeIncident(
      { source, ...excluded, startedAt, history, unknown },
      rules.counting,
      rules.book,
    ),
  };
}

/** Of those alike the first. */
function uniqueBy<T>(all: T[], keyOf: (each: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const each of all) {
    const key = keyOf(each);
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
