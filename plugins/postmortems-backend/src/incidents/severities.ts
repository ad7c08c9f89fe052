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
import type { SeverityScale } from '../policy';
import type { SourceSeverityChange } from './fold';
import { mapSeverity } from './SourceRules';
import type { SourceRules } from './SourceRules';

/** The severities of an incident by id, as far as its words are mapped. */
export interface MappedSeverities {
  /** Each severity from when it held; times without one are left out. */
  history: SeverityChange[];
  /** Words that nobody mapped. */
  unknown: string[];
}

/** Maps a history in the source's words. */
export function mapSeverities(
  words: SourceSeverityChange[],
  rules: Pick<SourceRules, 'severities'>,
  scale: SeverityScale,
): MappedSeverities {
  const unknown = new Set<string>();
  const history: SeverityChange[] = [];
  for (const { severity: word, at } of words) {
    if (word === undefined) continue;
    const severity = mapSeverity(word, rules, scale);
    if (severity === undefined) unknown.add(word);
    else history.push({ severity, at });
  }
  return { history: withoutRepeats(history), unknown: [...unknown].sort() };
}

/**
 * The severities of an incident together with those that went on as part of it: at any time the
 * most severe of them counts, each merged one until it was merged. So merging something severe
 * into something minor does not make it minor.
 */
export function joinSeverities(
  survivor: SeverityChange[],
  merged: { history: SeverityChange[]; mergedAt: string }[],
  scale: SeverityScale,
): SeverityChange[] {
  const steps = [
    ...survivor.map(change => ({ of: 0, ...change })),
    ...merged.flatMap(({ history, mergedAt }, index) => [
      ...history
        .filter(({ at }) => at < mergedAt)
        .map(change => ({ of: index + 1, ...change })),
      { of: index + 1, at: mergedAt, severity: undefined },
    ]),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

  const current = new Map<number, string>();
  const joined = steps.flatMap(({ of, at, severity }) => {
    if (severity === undefined) current.delete(of);
    else current.set(of, severity);
    const all = [...current.values()].map(each => ({ severity: each }));
    return all.length > 0 ? [{ severity: scale.governing(all), at }] : [];
  });
  return withoutRepeats(joined);
}

function withoutRepeats(history: SeverityChange[]): SeverityChange[] {
  return history.filter(
    ({ severity }, index) => severity !== history[index - 1]?.severity,
  );
}
