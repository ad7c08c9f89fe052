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

import type { SeverityScale } from './SeverityScale';
import type { ParsedConfig } from './configSchema';

/** What is wrong with the value at a place in the configuration. */
export interface ConfigProblem {
  path: PropertyKey[];
  message: string;
}

/** What is wrong with the severities beside each other: a name must mean one of them. */
export function severityProblems({
  severities = [],
}: ParsedConfig): ConfigProblem[] {
  const names = severities.flatMap(({ id, aliases }, index) => [
    { path: ['severities', index, 'id'], value: id },
    ...aliases.map((alias, position) => ({
      path: ['severities', index, 'aliases', position],
      value: alias,
    })),
  ]);
  return repeated(names).map(({ path, value }) => ({
    path,
    message: `must be unique among all ids and aliases regardless of case, but "${value}" is taken`,
  }));
}

/** What is wrong with the approvals by severity: each must be of one there is, and only once. */
export function approvalProblems(
  { review }: ParsedConfig,
  severities: SeverityScale,
): ConfigProblem[] {
  const { approvals } = review ?? {};
  if (typeof approvals !== 'object') return [];
  const named = Object.keys(approvals).map(name => ({
    path: ['review', 'approvals', name],
    name,
  }));
  const known = named.filter(({ name }) => severities.has(name));
  return [
    ...named
      .filter(({ name }) => !severities.has(name))
      .map(({ path }) => ({
        path,
        message: `must be for one of ${severities.describe()}`,
      })),
    ...repeated(
      known.map(({ path, name }) => ({
        path,
        value: severities.canonical(name),
      })),
    ).map(({ path, value }) => ({
      path,
      message: `must not be given twice, but there is a number for ${value} already`,
    })),
  ];
}

/** What is wrong with the policies beside each other and beside the severities. */
export function policyProblems(
  { policies = [] }: ParsedConfig,
  severities: SeverityScale,
): ConfigProblem[] {
  const starts = policies.map(({ effectiveFrom = '' }, index) => ({
    path: ['policies', index, 'effectiveFrom'],
    value: effectiveFrom,
  }));
  return [
    ...repeated(starts).map(({ path, value }) => ({
      path,
      message: value
        ? `must differ from that of every other policy, but ${value} is taken`
        : 'must be given, because another policy has none already',
    })),
    ...policies.flatMap(({ rules = [], actionItems = [] }, index) => [
      ...ruleProblems(['policies', index, 'rules'], rules, severities, id => [
        id,
      ]),
      ...ruleProblems(
        ['policies', index, 'actionItems'],
        actionItems,
        severities,
        (id, { priorities }) => priorities.map(priority => `${id} ${priority}`),
      ),
    ]),
  ];
}

/**
 * @param covers - names of what a rule is for, given the id of its severity; of each there may be
 *   one rule
 */
function ruleProblems<T extends { severity: string }>(
  path: PropertyKey[],
  rules: T[],
  severities: SeverityScale,
  covers: (id: string, rule: T) => string[],
): ConfigProblem[] {
  const placed = rules.map((rule, index) => ({
    path: [...path, index, 'severity'],
    rule,
  }));
  const unknown = placed.filter(({ rule }) => !severities.has(rule.severity));
  const covered = placed.flatMap(({ path: at, rule }) =>
    covers(severities.canonical(rule.severity), rule).map(value => ({
      path: at,
      value,
    })),
  );
  return [
    ...unknown.map(({ path: at, rule }) => ({
      path: at,
      message: `must be one of ${severities.describe()}, not "${
        rule.severity
      }"`,
    })),
    ...repeated(covered).map(({ path: at, value }) => ({
      path: at,
      message: `must not be covered twice, but there is a rule for ${value} already`,
    })),
  ];
}

/** The entries whose value occurs earlier, regardless of case. */
function repeated<T extends { value: string }>(entries: T[]): T[] {
  const seen = new Set<string>();
  return entries.filter(({ value }) => {
    const key = value.toLocaleLowerCase('en');
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
}
